package io.consumo.stack;

import java.util.concurrent.CountDownLatch;

/** Stands in for a JVM that runs tests: takes its stores, tells their addresses and stays. */
final class StoreHolder {

    private StoreHolder() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println(TestStores.freshPostgres());
        System.out.println(TestStores.freshMongo());
        System.out.println(TestStores.kafka());
        new CountDownLatch(1).await();
    }
}
