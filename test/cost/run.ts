// Runs attacks against the app and collects what costs too much.
import type { Hono } from 'hono';
import type { AppEnv } from '../../api/deps.ts';
import type { Attack } from './attacks.ts';
import { excess } from './measure.ts';

export interface Runner {
  readonly app: Hono<AppEnv>;
  /** The cookie of a session, made anew for each request: some requests end sessions. */
  readonly cookie?: () => Promise<string>;
}

/** What costs too much, as `path, attack: why`; empty where nothing does. An attack that is answered with a fault is named too. */
export async function excesses(
  { app, cookie }: Runner,
  path: string,
  attacks: readonly Attack[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { name, largest, request } of attacks) {
    let worst = 0;
    const make = async (n: number) => {
      const asked = request(n);
      if (cookie)
        asked.headers.set('cookie', [asked.headers.get('cookie'), await cookie()].filter(Boolean).join('; '));
      return async () => {
        const response = await app.request(asked);
        worst = Math.max(worst, response.status);
        await response.arrayBuffer();
      };
    };
    const why = await excess(make, largest);
    if (why) found.push(`${path}, ${name}: ${why}`);
    if (worst >= 500 && worst !== 503) found.push(`${path}, ${name}: status ${worst}`);
  }
  return found;
}
