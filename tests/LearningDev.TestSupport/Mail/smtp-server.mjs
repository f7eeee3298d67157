// A mail server that encrypts and refuses, for the tests: node smtp-server.mjs '{"port":…,"secure":…,"key":…,"cert":…,"user":…,"password":…,"hideSTARTTLS":…}'.
// Each line on standard output is a letter, or a refusal, as JSON. It ends when its standard input does, with the test process.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { SMTPServer } = createRequire(import.meta.url)('smtp-server');
const { port, secure, key, cert, user, password, hideSTARTTLS } = JSON.parse(process.argv[2]);
const say = what => console.log(JSON.stringify(what));
let connections = 0;
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const server = new SMTPServer({
  secure,
  hideSTARTTLS,
  key: key && readFileSync(key),
  cert: cert && readFileSync(cert),
  disableReverseLookup: true,
  authOptional: !user,
  onConnect(session, done) {
    connections++;
    done();
  },
  onAuth(given, session, done) {
    done(null, given.username === user && given.password === password ? { user } : undefined);
  },
  onRcptTo(address, session, done) {
    if (address.address.startsWith('nobody@')) return done(refusal(550, 'No such person here'));
    if (address.address.startsWith('later@')) return done(refusal(451, 'Try again later'));
    done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const source = Buffer.concat(chunks).toString('utf8');
      if (source.includes('Subject: Refused')) return done(refusal(554, 'Not with these words'));
      say({ letter: source, encrypted: session.secure, user: session.user ?? '', connections });
      done();
    });
  },
});
server.on('error', error => say({ error: error.message }));
server.listen(port, '127.0.0.1', () => say({ listening: true }));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
