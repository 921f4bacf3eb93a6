import { createServer, type Socket } from 'node:net';

/** A server on 127.0.0.1 that answers nothing and remembers who called. */
export interface Listener {
  readonly port: number;
  /** The first line that each caller sent, or `''`. */
  readonly heard: readonly string[];
  readonly close: () => Promise<void>;
}

/** Listens on a free port of the loopback interface, for any protocol. */
export async function listenOnLoopback(): Promise<Listener> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = heard.push('') - 1;
    sockets.add(socket);
    socket.on('data', (data) => (heard[index] ||= data.toString('latin1').split('\r\n')[0] ?? ''));
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error(`Expected a port, got ${String(address)}`);
  return {
    port: address.port,
    heard,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
