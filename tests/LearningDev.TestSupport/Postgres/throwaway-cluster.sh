# Keeps a PostgreSQL server on an empty cluster of its own for as long as standard input stays open, then deletes both.
# The tests hold the other end of standard input, so the server goes with them however they end.
# Argument: the folder of PostgreSQL's programs. Prints the cluster's folder, which also holds the socket, once it answers.
set -eu
programs=$1
folder=$(mktemp -d /tmp/learningdev-pg-XXXXXX)
chmod 755 "$folder"

end() {
  if [ -f "$folder/data/postmaster.pid" ]; then
    "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate --wait stop >/dev/null || true
  fi
  rm -rf "$folder"
}
trap end EXIT

fail() {
  cat "$folder/log" >&2
  exit 1
}

"$programs/initdb" --pgdata="$folder/data" --username=portal --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
  >"$folder/log" 2>&1 || fail

# Nothing here has to outlive a power cut: every wait for the disk is off.
cat >>"$folder/data/postgresql.conf" <<END
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
shared_buffers = 128MB
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 4GB
checkpoint_timeout = 1h
autovacuum = off
timezone = 'UTC'
END

"$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait --timeout=60 start >/dev/null || fail
echo "$folder"
cat >/dev/null
