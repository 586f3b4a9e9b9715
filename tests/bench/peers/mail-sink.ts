import { SMTPServer } from 'smtp-server';

/** A mail server of its own process that takes everything. Says its port; at each line it reads, the last message as base64. */
let last = '';
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  size: 50 * 1024 * 1024,
  maxClients: 50,
  onData(stream, _session, callback) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      last = Buffer.concat(chunks).toString('base64');
      callback();
    });
  },
});
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : 0);
});
process.stdin.on('data', () => console.log(last));
process.stdin.on('end', () => process.exit(0));
