import { SMTPServer } from 'smtp-server';

/** A mail server of its own process that takes everything. Says its port, then the count at each line it reads. */
let count = 0;
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  size: 50 * 1024 * 1024,
  maxClients: 50,
  onData(stream, _session, callback) {
    stream.on('data', () => {});
    stream.on('end', () => {
      count += 1;
      callback();
    });
  },
});
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : 0);
});
process.stdin.on('data', () => console.log(count));
process.stdin.on('end', () => process.exit(0));
