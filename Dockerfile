# Two stages: the SDK builds, the runtime image with ICU and time zones runs, as an unprivileged user.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/BansosBot -c Release -o /app --nologo

# The plain Debian image brings ICU and tzdata; of the chiselled ones only those with "-extra" do.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir -m 0700 /storage /keys && chown "$APP_UID" /storage /keys
USER $APP_UID
ENV Storage__Path=/storage Keys__Path=/keys Web__Urls=http://0.0.0.0:8080 Web__OperationsUrls=http://127.0.0.1:8082
VOLUME ["/storage", "/keys"]
EXPOSE 8080
ENTRYPOINT ["dotnet", "bansosbot.dll"]
CMD ["run"]
