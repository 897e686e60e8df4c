package io.consumo.dashboard;

/** The dashboard on made-up figures, to look at by hand; a new case comes every 20 s. */
final class TestDashboardApplication {

    private static final int CASE_EVERY_MILLIS = 20_000;

    private TestDashboardApplication() {}

    public static void main(String[] args) throws InterruptedException {
        StubApi api = new StubApi(0);
        System.setProperty("consumo.api.url", api.url());
        DashboardApplication.main(args);
        for (int number = 1; true; number++) {
            Thread.sleep(CASE_EVERY_MILLIS);
            api.addCase("N" + number);
        }
    }
}
