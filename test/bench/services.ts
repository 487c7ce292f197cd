// Many services for a bench: copies of the shipped ones under other names.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `count` service files into `folder`, made from the files in `from`. */
export function multiplyServices(from: string, folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(from).filter(file => file.endsWith('.mdx'));
  for (let i = 0; i < count; i++) {
    const file = files[i % files.length] ?? '';
    const text = readFileSync(join(from, file), 'utf8').replace(
      /^title: (["']?)(.{3,60}).*$/m,
      `title: "${i}. pakalpojums"`,
    );
    writeFileSync(join(folder, i < files.length ? file : file.replace('.mdx', `-${i}.mdx`)), text);
  }
}
