import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPreview, type RunningPreview } from './start-preview.ts';

let folder = '';
let preview: RunningPreview;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guidepress-server-'));
  await writeFile(path.join(folder, 'walk.md'), '# Walk daily\n\nTen minutes will do.\n');
  preview = await startPreview(['walk.md', '--edition', 'web'], folder);
});
afterAll(async () => {
  await preview.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with the address as it stands: `fetch` would take `..` out of it, and set its own host. */
function ask(at: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: preview.port, path: at, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

/** The state that the stream of events tells once a proof is there. */
async function firstProof(): Promise<{ id: string; entries: { path: string }[] }> {
  const response = await fetch(`${preview.address}events`);
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (const [, data = ''] of text.matchAll(/^event: state\ndata: (.*)\n\n/gm)) {
      const { proof } = JSON.parse(data) as { proof: { id: string; entries: { path: string }[] } | null };
      if (proof) return proof;
    }
  }
  throw new Error(`Expected a proof, got ${text}`);
}

test('the page and what it needs is served, with a strict policy', async () => {
  const page = await ask('/');
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  expect(page.headers['access-control-allow-origin']).toBeUndefined();
  for (const [, address = ''] of page.body.matchAll(/(?:href|src)="(\/[^"]*)"/g)) {
    expect({ address, status: (await ask(address)).status }).toEqual({ address, status: 200 });
  }
});

test.each([
  ['evil.example'],
  ['127.0.0.1'],
  ['localhost:1'],
  ['evil.example:{port}'],
  ['127.0.0.1.evil.example:{port}'],
])('a request for the host %s is refused', async (host) => {
  const answer = await ask('/', { host: host.replace('{port}', String(preview.port)) });
  expect(answer.status).toBe(403);
  expect(answer.body).not.toContain('<html');
});

test('localhost is us, too', async () => {
  expect((await ask('/', { host: `localhost:${preview.port}` })).status).toBe(200);
});

test.each(['cross-site', 'same-site'])('a request from a page that is %s is refused', async (site) => {
  expect((await ask('/', { 'sec-fetch-site': site })).status).toBe(403);
  expect((await ask('/events', { 'sec-fetch-site': site })).status).toBe(403);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  expect((await ask('/', {}, method)).status).toBe(405);
});

test.each([
  '/../package.json',
  '/styles/../../package.json',
  '/%2e%2e/package.json',
  '/styles/%2e%2e%2f%2e%2e%2fpackage.json',
  '/pdfjs/../../package.json',
  '/proofs/0123456789abcdef/../../walk.md',
  '/walk.md',
  '//etc/passwd',
  '/etc/passwd',
  '/constructor',
  '/proofs/0123456789abcdef/constructor',
])('%s is no way to a file', async (address) => {
  const { status, body } = await ask(address);
  expect(status).toBe(404);
  expect(body).not.toMatch(/"name"|Walk daily|root:/);
});

test('a proof is served without scripts, and no address leads out of it', async () => {
  const { id, entries } = await firstProof();
  const [entry] = entries;
  const page = await ask(`/proofs/${id}/${entry?.path}`);
  expect(page.status).toBe(200);
  expect(page.body).toContain('Ten minutes will do.');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox allow-same-origin$/);
  expect(page.headers['content-security-policy']).not.toContain('script');
  for (const address of [`/proofs/${id}/../../../walk.md`, `/proofs/${id}/none.html`, `/proofs/${id}/%2e%2e/walk.md`]) {
    expect((await ask(address)).status).toBe(404);
  }
});

test('only the loopback interface answers', async () => {
  // All of 127/8 is this machine, but we listen on one address of it.
  await expect(fetch(`http://127.0.0.2:${preview.port}/`)).rejects.toThrow();
});

describe('starting and stopping', () => {
  test('a port that is taken is a clear error', async () => {
    await expect(startPreview(['walk.md', '--port', String(preview.port)], folder)).rejects.toThrow(
      `exit code 3: Unexpected other program on port ${preview.port}, expected a free one: choose another with --port`,
    );
  });

  test('without --port the next free one is taken', async () => {
    const other = await startPreview(['walk.md'], folder);
    expect(other.port).not.toBe(preview.port);
    expect(await other.stop()).toBe(0);
  });

  test.each([
    [['--port', 'many'], 'exit code 2: Unexpected `--port many`, expected a whole number'],
    [['no-such-guide'], 'exit code 2: Unexpected guide `no-such-guide`'],
    [['--content', 'nowhere'], 'exit code 2: Unexpected `nowhere`, expected a folder'],
  ])('%j ends with 2 and says what may be typed', async (words, message) => {
    await expect(startPreview(words, folder)).rejects.toThrow(message);
  });

  test('Ctrl-C ends it at once, the browser too, and leaves nothing behind', async () => {
    const temporary = await mkdtemp(path.join(tmpdir(), 'guidepress-left-'));
    const running = await startPreview(['walk.md'], folder, { TMPDIR: temporary });
    const events = await fetch(`${running.address}events`);
    const reader = events.body?.getReader();
    while (!running.said().includes('new pages')) await reader?.read();
    expect(await childrenOf(running.pid)).not.toEqual([]);
    const children = await childrenOf(running.pid);
    const started = performance.now();
    expect(await running.stop()).toBe(0);
    expect(performance.now() - started).toBeLessThan(3000);
    // `tsx-…` is the cache of the loader, which outlives each run.
    expect((await readdir(temporary)).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
    for (const child of children) await expect.poll(() => isRunning(child)).toBe(false);
    await reader?.cancel().catch(() => {});
    await rm(temporary, { recursive: true, force: true });
  });

  test('it says where the page is, what is watched, and how long each proof took', () => {
    expect(preview.said()).toContain(`Preview: ${preview.address}\n`);
    expect(preview.said()).toMatch(/Watching 1 folder in \.; Ctrl-C stops/);
    expect(preview.said()).toMatch(/walk\/en-GB\/walk-web\.html: new pages in \d+ ms \(read \d+, compose \d+, /);
  });
});

test('a free port is free', async () => {
  // The control of "a port that is taken": another program, not us.
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  await expect(startPreview(['walk.md', '--port', String(port)], folder)).rejects.toThrow('exit code 3');
  await new Promise((resolve) => other.close(resolve));
  const running = await startPreview(['walk.md', '--port', String(port)], folder);
  expect(running.port).toBe(port);
  await running.stop();
});

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.join(' ').split(/\s+/).filter(Boolean).map(Number);
}

/** False for a process that has ended, though nobody may have asked for its exit code yet (proc(5), state Z). */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat !== null && !/\) [ZX] /.test(stat);
}
