# syntax=docker/dockerfile:1
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 sh mvnw -B -q -pl bootstrap -am -DskipTests -Dspotless.check.skip package \
 && java -Djarmode=tools -jar bootstrap/target/bootstrap-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --system askwell && useradd --system --gid askwell --home-dir /app askwell \
 && mkdir -p /app && chown askwell:askwell /app
WORKDIR /app
# The layers that change least come first.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER askwell
EXPOSE 8080
# The image need not have curl: bash speaks enough HTTP.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=5 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-8080} && printf 'GET /health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "org.springframework.boot.loader.launch.JarLauncher"]
