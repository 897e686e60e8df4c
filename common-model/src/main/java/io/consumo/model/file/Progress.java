package io.consumo.model.file;

/** Is told how far a long job got. */
public interface Progress {

    Progress NONE = new Progress() {
        @Override
        public void expect(long steps) {}

        @Override
        public void at(long step) {}
    };

    /** How many steps there will be. */
    void expect(long steps);

    /** How many are done. */
    void at(long step);
}
