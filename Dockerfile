# The five services of Consumo, one target each: producer, consumer, api, archiver, dashboard.
# Built once for all; a change of the code replaces the small last layers of an image only.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
ENV MODULES=producer-service,consumer-service,api-service,archiver-service,dashboard-service

# What Maven downloads stays in a cache, and this layer stays as long as no pom changes.
COPY .mvn .mvn
COPY pom.xml ./
COPY common-model/pom.xml common-model/
COPY common-service/pom.xml common-service/
COPY local-stack/pom.xml local-stack/
COPY bench/pom.xml bench/
COPY producer-service/pom.xml producer-service/
COPY consumer-service/pom.xml consumer-service/
COPY api-service/pom.xml api-service/
COPY archiver-service/pom.xml archiver-service/
COPY dashboard-service/pom.xml dashboard-service/
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -ntp -Dmaven.test.skip=true -pl "$MODULES" -am dependency:go-offline

COPY common-model/src common-model/src
COPY common-service/src common-service/src
COPY producer-service/src producer-service/src
COPY consumer-service/src consumer-service/src
COPY api-service/src api-service/src
COPY archiver-service/src archiver-service/src
COPY dashboard-service/src dashboard-service/src
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -ntp -Dmaven.test.skip=true -pl "$MODULES" -am package
RUN for service in producer consumer api archiver dashboard; do \
        java -Djarmode=tools -jar $service-service/target/$service-service-*.jar extract --layers \
            --application-filename service.jar --destination layers/$service \
     && mkdir -p layers/$service/snapshot-dependencies || exit 1; \
    done


FROM eclipse-temurin:25-jre AS service
RUN groupadd --gid 10001 consumo \
 && useradd --uid 10001 --gid consumo --home-dir /var/lib/consumo --no-create-home --shell /usr/sbin/nologin consumo \
 && install -d -o consumo -g consumo /var/lib/consumo /var/lib/consumo/producer /var/lib/consumo/archive
COPY --chmod=755 docker/service/service docker/service/healthy docker/service/train /usr/local/bin/
WORKDIR /opt/consumo
ENV CONSUMO_HOME=/var/lib/consumo MALLOC_ARENA_MAX=2
USER consumo
ENTRYPOINT ["service"]


FROM service AS producer
COPY --from=build /build/layers/producer/dependencies/ ./
COPY --from=build /build/layers/producer/snapshot-dependencies/ ./
COPY --from=build /build/layers/producer/application/ ./
COPY --chmod=755 docker/service/command /usr/local/bin/producer
USER root
RUN CONSUMO_FEED_PATIENCE=10ms train producer once
USER consumo
EXPOSE 8000


FROM service AS consumer
COPY --from=build /build/layers/consumer/dependencies/ ./
COPY --from=build /build/layers/consumer/snapshot-dependencies/ ./
COPY --from=build /build/layers/consumer/application/ ./
COPY --chmod=755 docker/service/command /usr/local/bin/consumer
USER root
RUN train consumer dead-letters
USER consumo
EXPOSE 8003


FROM service AS api
COPY --from=build /build/layers/api/dependencies/ ./
COPY --from=build /build/layers/api/snapshot-dependencies/ ./
COPY --from=build /build/layers/api/application/ ./
EXPOSE 8001


FROM service AS archiver
COPY --from=build /build/layers/archiver/dependencies/ ./
COPY --from=build /build/layers/archiver/snapshot-dependencies/ ./
COPY --from=build /build/layers/archiver/application/ ./
COPY --chmod=755 docker/service/command /usr/local/bin/archiver
COPY --chmod=755 docker/service/command /usr/local/bin/restorer
USER root
RUN train archiver --dry-run
USER consumo
EXPOSE 8002


FROM service AS dashboard
COPY --from=build /build/layers/dashboard/dependencies/ ./
COPY --from=build /build/layers/dashboard/snapshot-dependencies/ ./
COPY --from=build /build/layers/dashboard/application/ ./
EXPOSE 8501
