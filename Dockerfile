# Two stages: the SDK builds, the runtime image with ICU and time zones runs, as an unprivileged user.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/BansosBot -c Release -o /app --nologo

# The plain image brings ICU, tzdata and a shell; of the chiselled ones only those with "-extra" bring the first two.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir -m 0700 /storage /keys && chown "$APP_UID" /storage /keys
USER $APP_UID
ENV Storage__Path=/storage Keys__Path=/keys Web__Urls=http://0.0.0.0:8080 Web__OperationsUrls=http://127.0.0.1:8082
VOLUME ["/storage", "/keys"]
EXPOSE 8080
# Who watches the program asks from inside; the image has no curl, and bash can do without.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8082 && printf 'GET /readyz HTTP/1.0\r\n\r\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "bansosbot.dll"]
CMD ["run"]
