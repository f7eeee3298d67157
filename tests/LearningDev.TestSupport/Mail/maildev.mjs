// A mail server that keeps what it gets, for the tests: node maildev.mjs SMTP-PORT WEB-PORT FOLDER. It ends when its standard input does, with the test process.
import { createRequire } from 'node:module';

const MailDev = createRequire(import.meta.url)('maildev');
const [smtp, web, mailDirectory] = process.argv.slice(2);
// Pipelined answers would wait for each other for 40 milliseconds each time, by Nagle's algorithm.
const server = new MailDev({ smtp: Number(smtp), web: Number(web), ip: '127.0.0.1', webIp: '127.0.0.1', mailDirectory, hideExtensions: ['PIPELINING'], silent: true });
server.listen(() => console.log('listening'));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
