// A mail server that encrypts and refuses, for the tests: node smtp-server.mjs '{"port":…,"secure":…,"key":…,"cert":…,"user":…,"password":…,"hideSTARTTLS":…}'.
// Each line on standard output is its port, once it listens, or a letter, as JSON. It ends when its standard input does, with the test process.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { SMTPServer } = createRequire(import.meta.url)('smtp-server');
const { port, secure, key, cert, user, password, hideSTARTTLS } = JSON.parse(process.argv[2]);
const say = what => console.log(JSON.stringify(what));
let connections = 0;
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
// As Postfix says it: with the address.
const refusals = {
  'nobody': ({ address }) => refusal(550, `5.1.1 <${address}>: Recipient address rejected: User unknown`),
  'later': ({ address }) => refusal(451, `4.7.1 <${address}>: Recipient address rejected: Greylisted`),
  'full': () => refusal(421, '4.3.2 Too many letters, closing the connection'),
};
const server = new SMTPServer({
  secure,
  hideSTARTTLS,
  key: key && readFileSync(key),
  cert: cert && readFileSync(cert),
  disableReverseLookup: true,
  disabledCommands: user ? [] : ['AUTH'],
  authOptional: !user,
  onConnect(session, done) {
    connections++;
    done();
  },
  onAuth(given, session, done) {
    done(null, given.username === user && given.password === password ? { user } : { message: '5.7.8 Authentication failed' });
  },
  onMailFrom(address, session, done) {
    done(address.address.startsWith('stranger@') ? refusal(550, `5.7.1 <${address.address}>: Sender address rejected`) : null);
  },
  onRcptTo(address, session, done) {
    done(refusals[address.address.split('@')[0]]?.(address));
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const source = Buffer.concat(chunks).toString('utf8');
      if (source.includes('Subject: Refused')) return done(refusal(554, '5.6.0 Not with these words'));
      say({ source, encrypted: session.secure, user: session.user ?? '', connections });
      done();
    });
  },
});
// A client that does not like the certificate breaks off, which is no fault of the server.
server.on('error', () => {});
server.listen(port, '127.0.0.1', () => say({ port: server.server.address().port }));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
