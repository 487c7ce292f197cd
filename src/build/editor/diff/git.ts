// Reads the content at a point of the project's history (Node; runs `git`, which may be missing).
import { execFile } from 'node:child_process';
import { type ContentFile, contentFile, isContentPath } from '../../content-files.ts';
import { isPicture } from '../../pictures.ts';

export type GitFault = 'no-git' | 'no-repository' | 'no-history' | 'unknown';

/** Thrown when the history cannot be read; the message says why. */
export class NoHistory extends Error {
  override name = 'NoHistory';
  readonly fault: GitFault;
  constructor(fault: GitFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

const MOST_BYTES = 256 * 1024 * 1024;

function git(root: string, args: readonly string[], input = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      ['--no-pager', ...args],
      // Git's messages are matched, so they must be in one language.
      { cwd: root, encoding: 'buffer', maxBuffer: MOST_BYTES, env: { ...process.env, LC_ALL: 'C' } },
      (error, stdout, stderr) => (error === null ? resolve(stdout) : reject(faultOf(error, String(stderr)))),
    );
    // A program that did not start has no input; its own error is reported.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function faultOf(error: Error & { code?: unknown }, stderr: string): NoHistory {
  if (error.code === 'ENOENT') return new NoHistory('no-git', error.message);
  return new NoHistory(stderr.includes('not a git repository') ? 'no-repository' : 'unknown', stderr.trim());
}

const line = async (root: string, args: readonly string[]): Promise<string> =>
  String(await git(root, args)).trim();

export interface Point {
  readonly commit: string;
  /** `v1.2, e9d1ccf, 2026-11-24` */
  readonly label: string;
}

/** The commit that a tag, branch or other name means. Throws NoHistory when there is none. */
export async function pointNamed(root: string, name: string): Promise<Point> {
  const commit = await line(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  const seen = await line(root, ['log', '-1', '--format=%h, %cs', commit]);
  return { commit, label: name === 'HEAD' ? seen : `${name}, ${seen}` };
}

/** The last tag before the present commit, which is a release; without tags the present commit. */
export async function lastPoint(root: string): Promise<Point & { readonly isRelease: boolean }> {
  await line(root, ['rev-parse', '--git-dir']);
  try {
    await line(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  } catch {
    throw new NoHistory('no-history', 'no commit yet');
  }
  const tag = await line(root, ['describe', '--tags', '--abbrev=0']).catch(() => undefined);
  return { ...(await pointNamed(root, tag ?? 'HEAD')), isRelease: tag !== undefined };
}

/** The content files of a commit, sorted by path. */
export async function filesAt(root: string, { commit }: Point): Promise<readonly ContentFile[]> {
  const tree = String(await git(root, ['ls-tree', '-r', '-z', commit, '--', 'content/']));
  const entries = tree.split('\0').flatMap(entry => {
    const [, sha, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return sha === undefined || path === undefined || !isContentPath(path) ? [] : [{ sha, path }];
  });
  const texts = entries.filter(({ path }) => !isPicture(path));
  const bytes = blobs(await git(root, ['cat-file', '--batch'], texts.map(({ sha }) => `${sha}\n`).join('')));
  const byPath = new Map(texts.map(({ path }, index) => [path, bytes[index] ?? Buffer.alloc(0)]));
  return entries
    .map(({ path }) => contentFile(path, byPath.get(path) ?? Buffer.alloc(0)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** The output of `cat-file --batch`: a line with the size, the bytes, a line end; repeated. */
function blobs(output: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf('\n', at);
    const size = Number(output.subarray(at, end).toString().split(' ')[2]);
    found.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return found;
}
