package io.consumo.model.file;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress as a bar. */
final class TerminalProgress implements ShownProgress {

    private static final int KIBIBYTE = 1024;

    private final ProgressBar bar;
    private final int perStep;

    TerminalProgress(String task, String unit) {
        boolean bytes = unit.equals("bytes");
        perStep = bytes ? KIBIBYTE : 1;
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(bytes ? " KiB" : " " + unit, 1)
                .showSpeed()
                .build();
    }

    @Override
    public void expect(long steps) {
        bar.maxHint(steps / perStep);
    }

    @Override
    public void at(long step) {
        bar.stepTo(step / perStep);
    }

    @Override
    public void close() {
        bar.close();
    }
}
