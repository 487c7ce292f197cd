// How soon a saved text appears in the preview (`npm run dev`) of a thousand services.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { figureLine } from './pairs.ts';
import { fullProject, inFolder } from './projects.ts';

const COUNT = 1000;
const SERVICE = 'suna-registracija';
const PATIENCE = 120_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Milliseconds until the page contains `part`; a browser would reload at about the same moment. */
async function untilSeen(address: string, part: string): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < PATIENCE) {
    const text = await fetch(address).then(
      response => response.text(),
      () => '',
    );
    if (text.includes(part)) return performance.now() - started;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  throw new Error(`${address} never showed “${part}”`);
}

/** Changes the title of one service repeatedly and times how soon its page shows it. */
export async function benchPreview(rounds: number): Promise<void> {
  await inFolder(async base => {
    const folder = fullProject(join(base, 'full'), COUNT);
    const port = await freePort();
    const child = spawn(process.execPath, ['api/dev.ts'], {
      cwd: folder,
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        PORT: String(port),
        KAC_DATA: join(base, 'data'),
      },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    try {
      const address = `http://127.0.0.1:${port}/pakalpojumi/${SERVICE}/`;
      await untilSeen(address, '</html>');
      const file = join(folder, `content/services/${SERVICE}.mdx`);
      const values: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const title = `Mainīts ${round}. reizi`;
        writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
        values.push((await untilSeen(address, title)) / 1000);
      }
      console.log(figureLine(`saved text seen among ${COUNT}`, 's', { name: 'KAC', values }, '≤ 1'));
    } finally {
      child.kill();
      await ended;
    }
  });
}
