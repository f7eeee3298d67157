#!/usr/bin/env bash
# Looks for weaknesses of a running portal with Debian's packages wapiti and ffuf: signed out, as an employee and as an administrator.
#   tests/security/scan.sh [FOLDER FOR THE REPORTS]
# It starts the built host in the demonstration, on a database of its own and on this machine only, and stops it again. Every run is bounded in time.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${1:-$(mktemp -d)}
port=${PORT:-5108}
portal=http://127.0.0.1:$port
minutes=${MINUTES:-2}
attack=${ATTACK_SECONDS:-30}
modules=${MODULES:-backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss}
mkdir -p "$out"
work=$(mktemp -d)

# Debian's own Python, which has Debian's wapiti: another may come before it in the path.
python=/usr/bin/python3
for program in wapiti ffuf curl "$python"; do
  command -v "$program" > /dev/null || { echo "$program is missing: apt-get install --yes --no-install-recommends wapiti ffuf curl" >&2; exit 1; }
done

cd "$root/src/LearningDev.Web"
# The scanners are meant to see the pages, not the page that says they ask too often; the limits have tests of their own.
ASPNETCORE_ENVIRONMENT=Demonstration RateLimits__Enabled=false SignIn__AttemptsPerAddress=1000000 Database__ConnectionString="Data Source=$work/scan.db" \
  dotnet "bin/${CONFIGURATION:-Debug}/net10.0/LearningDev.Web.dll" --urls "$portal" > "$out/portal.log" 2>&1 &
host=$!
trap 'kill "$host" 2>/dev/null || true; wait "$host" 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  curl --silent --fail --output /dev/null "$portal/health/ready" && break
  kill -0 "$host" || { tail "$out/portal.log" >&2; exit 1; }
  sleep 1
done

# Signs in with a button of the demonstration, and leaves curl's cookies and wapiti's.
sign_in() {
  local page token
  page=$(curl --silent --cookie-jar "$work/$1.txt" "$portal/sign-in")
  token=$(grep --only-matching 'name="__RequestVerificationToken" type="hidden" value="[^"]*"' <<< "$page" | head -1 | sed 's/.*value="//; s/"$//')
  curl --silent --output /dev/null --cookie "$work/$1.txt" --cookie-jar "$work/$1.txt" \
    --data-urlencode "userName=$1" --data-urlencode "__RequestVerificationToken=$token" "$portal/sign-in/demonstration"
  awk -v host=127.0.0.1 'BEGIN { FS = "\t"; printf "{\"%s\": {\"/\": {", host }
    NF == 7 { printf "%s\"%s\": {\"expires\": null, \"port\": null, \"secure\": false, \"value\": \"%s\", \"version\": 0}", sep, $6, $7; sep = ", " }
    END { print "}}}" }' "$work/$1.txt" > "$work/$1.json"
}

# wapiti 3.0.4 makes a regular expression of --exclude that Python 3.11 refuses (flags at its end). Modules that ask other machines are left out.
wapiti() {
  timeout $((minutes * 60 + attack * 20 + 60)) "$python" -c '
import re, sys
from wapitiCore.net import crawler
crawler.wildcard_translate = lambda pattern: re.compile("(?ms)" + ".*".join(map(re.escape, pattern.split("*"))) + r"\Z")
from wapitiCore.main.wapiti import wapiti_main
wapiti_main()' "$@"
}

wapiti_as() {
  local who=$1 cookies=()
  [[ $who == nobody ]] || cookies=(--cookie "$work/$who.json")
  echo "== wapiti as $who"
  # Signing out would end the visit, and the demonstration's buttons would make somebody else of it. The first page sends strangers on, which wapiti does not follow; nor can it
  # read compressed answers.
  wapiti --url "$portal/" "${cookies[@]}" --start "$portal/sign-in" --start "$portal/help" --header "Accept-Encoding: identity" --scope domain \
    --exclude "$portal/sign-out" --exclude "$portal/sign-in/demonstration" --flush-session --store-session "$work/wapiti-$who" --module "$modules" --depth "${DEPTH:-6}" \
    --max-links-per-page 60 --max-scan-time $((minutes * 60)) --max-attack-time "$attack" --timeout 20 --verify-ssl 0 \
    --format json --output "$out/wapiti-$who.json" --verbose 0 --no-bugreport > "$out/wapiti-$who.log" 2>&1 || echo "wapiti ended early; see $out/wapiti-$who.log"
}

ffuf_as() {
  local who=$1 header=()
  [[ $who == nobody ]] || header=(-H "Cookie: $(awk 'BEGIN { FS = "\t" } NF == 7 { printf "%s=%s; ", $6, $7 }' "$work/$who.txt")")
  echo "== ffuf as $who"
  # Signed out, what is not public asks to sign in, whether it is there or not (302).
  ffuf -s -u "$portal/FUZZ" -w "$root/tests/security/words.txt" "${header[@]}" -mc all -fc 302,404 -t 4 -maxtime 60 -of json -o "$out/ffuf-$who.json" > "$out/ffuf-$who.log"
}

sign_in employee
sign_in administrator
for who in nobody employee administrator; do
  ffuf_as "$who"
  wapiti_as "$who"
done

echo "== what was found"
"$python" - "$out" <<'PYTHON'
import json, pathlib, sys
for who in ("nobody", "employee", "administrator"):
    found = json.loads((pathlib.Path(sys.argv[1]) / f"ffuf-{who}.json").read_text())["results"]
    print(f"ffuf as {who}: " + ", ".join(f"{row['input']['FUZZ']} {row['status']}" for row in sorted(found, key=lambda row: row["input"]["FUZZ"])))
    report = pathlib.Path(sys.argv[1]) / f"wapiti-{who}.json"
    if not report.exists():
        print(f"wapiti as {who}: no report")
        continue
    told = json.loads(report.read_text())
    for kind in ("vulnerabilities", "anomalies"):
        for name, rows in told[kind].items():
            for row in rows:
                print(f"wapiti as {who}: {name}: {row['method']} {row['path']} {row.get('parameter') or ''} {row['info']}")
PYTHON
echo "faults in the portal's log: $(grep --count --extended-regexp '^(fail|crit):' "$out/portal.log" || true)"
echo "reports: $out"
