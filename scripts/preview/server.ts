import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { MachineError } from '../exit.ts';
import { finishedName } from './easel.ts';
import type { Preview } from './preview.ts';
import { siteFiles } from './site-files.ts';

/** A running server. */
export interface Server {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const loopback = '127.0.0.1';

/** Nothing of the page comes from elsewhere, and nothing but our scripts runs. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** An author's text: it may look as it likes, and do nothing. The page may scroll it, hence the same origin. */
const proofPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

/**
 * Serves a preview on the loopback interface to pages of its own alone. With `port` null the first free one from 4848 on is
 * taken. Throws `MachineError` where the port is taken.
 */
export async function serve(preview: Preview, port: number | null): Promise<Server> {
  const server = createServer((request, response) => {
    answer(preview, request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'Unexpected fault of the preview: see the terminal');
      response.end();
    });
  });
  const listen = (candidate: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(candidate, loopback, () => {
        server.off('error', reject);
        const address = server.address();
        if (address === null || typeof address === 'string') throw new Error(`Expected a port, got ${String(address)}`);
        resolve(address.port);
      });
    });
  const taken = await listenOn(listen, port);
  return {
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenOn(listen: (port: number) => Promise<number>, port: number | null): Promise<number> {
  const candidates = port === null ? [...Array.from({ length: 10 }, (_, index) => 4848 + index), 0] : [port];
  for (const candidate of candidates) {
    try {
      return await listen(candidate);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (port === null) continue;
      throw new MachineError(
        code === 'EACCES'
          ? `Unexpected refusal of port ${port}, expected one that you may open: choose one from 1024 on with --port`
          : `Unexpected other program on port ${port}, expected a free one: choose another with --port, or leave it out`,
        { cause: error },
      );
    }
  }
  throw new Error('Expected a free port');
}

async function answer(preview: Preview, request: IncomingMessage, response: ServerResponse): Promise<void> {
  setHeaders(response);
  if (!isOurs(request)) return refuse(response, 403, 'Unexpected request from another site, expected one of this page');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, 'Unexpected method, expected GET');
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://${loopback}`);
  if (pathname === '/events') return stream(preview, searchParams.get('show'), request, response);
  if (pathname === '/looking') {
    look(preview, searchParams);
    response.statusCode = 204;
    response.end();
    return;
  }
  const site = siteFiles.get(pathname);
  if (site) return send(response, site.mediaType, await readFile(site.path), pagePolicy);
  const [, id = '', name = ''] = /^\/proofs\/([0-9a-f]{16})\/(.+)$/.exec(pathname) ?? [];
  const file = preview.file(id, name);
  if (!file) return refuse(response, 404, 'Unexpected address, expected one that the preview links to');
  if (name === finishedName) response.setHeader('Content-Disposition', 'inline');
  return send(response, file.mediaType, file.bytes, proofPolicy);
}

/** A name that points here by DNS is not us, and no other site may ask through the reader's browser. */
function isOurs({ headers, socket }: IncomingMessage): boolean {
  const { host } = headers;
  const from = headers['sec-fetch-site'];
  const names = [loopback, 'localhost'].map((name) => `${name}:${socket.localPort}`);
  return (
    host !== undefined && names.includes(host) && (from === undefined || from === 'same-origin' || from === 'none')
  );
}

function setHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
}

/** Server-sent events (HTML §9.2): what can be looked at, and the state of what is. */
function stream(preview: Preview, show: string | null, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  const { first } = preview.offers;
  const at = show ?? first;
  const easel = at === null ? null : (preview.easel(at) ?? (first === null ? null : preview.easel(first)));
  let listed: unknown = null;
  const tell = (event: string, data: unknown): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const list = (): void => {
    const { offers } = preview.offers;
    if (offers === listed) return;
    listed = offers;
    tell('offers', { offers, show: easel?.path ?? null });
  };
  response.write('retry: 1000\n\n');
  list();
  const leave = easel?.join((held) => {
    list();
    tell('state', held);
  });
  request.once('close', () => leave?.());
}

/** A viewer says which pages are in view, from 1. */
function look(preview: Preview, said: URLSearchParams): void {
  const first = Number(said.get('first'));
  const last = Number(said.get('last'));
  const easel = preview.easel(said.get('show') ?? '');
  const sensible =
    Number.isInteger(first) && Number.isInteger(last) && first >= 1 && last >= first && last < first + 20;
  if (easel && sensible) easel.view = { first, last };
}

function send(response: ServerResponse, mediaType: string, bytes: Uint8Array, policy: string): void {
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', bytes.length);
  // Node leaves the body of an answer to HEAD out by itself.
  response.end(bytes);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`${message}\n`);
}
