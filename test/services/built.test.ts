// A small site built for real: its pages with a service not reviewed for long, hostile text, and a long
// catalogue.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { attribute, elements } from '../api/html.ts';
import { edited } from '../content/fixtures.ts';
import { environment, projects } from '../content/project.ts';

const PATH = 'content/services/dzivesvieta.mdx';
const HOSTILE = '</script><script>alert(1)</script> & “b”';
const project = projects();
let root = '';
const page = (path: string): string => readFileSync(join(root, 'dist', path, 'index.html'), 'utf8');

beforeAll(() => {
  const many = Array.from({ length: 60 }, (_, i) => [
    `content/services/pakalpojums-${i}.mdx`,
    edited(PATH, 'title: Dzīvesvietas deklarēšana', `title: Pakalpojums ${i}`),
  ]);
  root = project({
    [PATH]: edited(PATH, '{ on: 2026-11-22,', '{ on: 2020-01-01, by: specialists,'),
    'content/services/naidigs.mdx': edited(
      PATH,
      'title: Dzīvesvietas deklarēšana',
      `title: ${JSON.stringify(HOSTILE)}`,
    ),
    // The page of deadlines counts from today, and the fixture's calendar ends with 2026.
    'content/calendar/kalendars.yaml': readFileSync('content/calendar/kalendars.yaml', 'utf8'),
    // The page of deadlines is generated around this text.
    'content/pages/ka-izskatam.mdx': edited('content/pages/par-mums.mdx', 'Par mums', 'Kā izskatām'),
    ...Object.fromEntries(many),
  });
  const build = ['node_modules/astro/bin/astro.mjs', 'build'];
  const { status, stderr } = spawnSync(process.execPath, build, {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('an old page says so, and who checked it', () => {
  const old = page('pakalpojumi/dzivesvieta');
  expect(old).toContain('Šī lapa sen nav pārbaudīta');
  expect(old).toContain('Pārbaudīja: Speciālists.');
  expect(old).not.toContain('nav apstiprinājis');
  expect(old).toContain('+371');
});

it('a service without a name of who checked it says that its holder is silent', () => {
  expect(page('pakalpojumi/pakalpojums-1')).toContain(
    'Pakalpojuma turētājs šo aprakstu vēl nav apstiprinājis.',
  );
});

describe('hostile text', () => {
  it('stays data in the structured data and text on the page', () => {
    const html = page('pakalpojumi/naidigs');
    expect(html).not.toContain('<script>alert');
    const block = [...elements(parse(html))].find(tag => attribute(tag, 'type') === 'application/ld+json');
    const text = block?.childNodes[0];
    expect(JSON.parse(text && 'value' in text ? text.value : '').name).toBe(HOSTILE);
  });
});

it('a long catalogue opens with the ways in and still lists everything by letter', () => {
  const front = page('pakalpojumi');
  expect(front).toContain('62 pakalpojumi');
  expect(front).not.toContain('/pakalpojumi/pakalpojums-1/');
  const az = page('pakalpojumi/a-z');
  expect(az.match(/href="\/pakalpojumi\/pakalpojums-\d+\/"/g)).toHaveLength(60);
});
