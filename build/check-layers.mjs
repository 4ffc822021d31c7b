#!/usr/bin/env node
/** Fails when a file imports across a layer it may not know. The table is ARCHITECTURE.md's "Direction". */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const PURE_PACKAGES = ['zod', 'subtitle', 'intl-messageformat'];

/** First rule whose `from` matches decides. `to`: allowed own folders; `packages`: allowed bare imports (true = any). */
const RULES = [
  { from: 'shared/domain/', to: ['shared/domain/'], packages: ['zod'] },
  { from: 'shared/api/', to: ['shared/domain/', 'shared/api/', 'shared/messages/'], packages: ['zod'] },
  { from: 'shared/', to: ['shared/'], packages: PURE_PACKAGES },
  { from: 'electron/platform/', to: ['shared/', 'electron/platform/'], packages: true, node: true },
  {
    from: 'electron/services/export/ffmpeg-arguments.ts',
    to: ['shared/', 'electron/platform/', 'electron/services/'],
    packages: true,
    node: true,
    fluent: true,
  },
  {
    from: 'electron/services/',
    to: ['shared/', 'electron/platform/', 'electron/services/'],
    packages: true,
    node: true,
  },
  {
    from: 'electron/handlers/',
    to: ['shared/', 'electron/platform/', 'electron/services/', 'electron/handlers/'],
    packages: true,
    node: true,
  },
  {
    from: 'electron/compose.ts',
    to: ['shared/', 'electron/platform/', 'electron/services/', 'electron/handlers/'],
    packages: true,
    node: true,
  },
  {
    from: 'electron/hosts/window/',
    to: [
      'shared/',
      'electron/platform/',
      'electron/compose.ts',
      'electron/hosts/window/',
      'electron/hosts/common/',
    ],
    packages: true,
    node: true,
    electron: true,
  },
  ...['web', 'cli', 'common'].map((host) => ({
    from: `electron/hosts/${host}/`,
    to: [
      'shared/',
      'electron/platform/',
      'electron/compose.ts',
      'electron/services/',
      `electron/hosts/${host}/`,
      'electron/hosts/common/',
      'package.json',
    ],
    packages: true,
    node: true,
  })),
  { from: 'renderer/', to: ['shared/', 'renderer/'], packages: true, ownFeature: true },
];

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|tsx)$/.test(entry.name)) yield path;
  }
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

function faultOf(file, specifier) {
  const rule = RULES.find((candidate) => file.startsWith(candidate.from));
  if (!rule) return 'no layer rule covers this file';
  if (specifier.startsWith('.')) {
    const target = relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/');
    if (target.startsWith('node_modules/')) return null;
    if (!rule.to.some((prefix) => target.startsWith(prefix.replace(/\.ts$/, ''))))
      return `may not import ${target}`;
    const feature = /^renderer\/features\/([^/]+)\//;
    const own = feature.exec(file)?.[1];
    const other = feature.exec(target)?.[1];
    if (own && other && own !== other && !/^renderer\/features\/[^/]+\/index$/.test(target))
      return `features meet in state/ or an index: ${target}`;
    return null;
  }
  if (specifier.startsWith('node:')) return rule.node ? null : `may not import ${specifier}`;
  const bare = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0];
  if (bare === 'electron') return rule.electron ? null : 'only hosts/window may import electron';
  if (bare === 'fluent-ffmpeg') return rule.fluent ? null : 'one module only may import fluent-ffmpeg';
  if (rule.packages === true || rule.packages.includes(bare)) return null;
  return `may not import the package ${bare}`;
}

const faults = [];
for (const zone of ['shared', 'electron', 'renderer'])
  for (const path of sources(join(root, zone))) {
    const file = relative(root, path).replaceAll('\\', '/');
    if (file.endsWith('.d.ts')) continue;
    for (const match of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      const fault = faultOf(file, match[1] ?? match[2] ?? match[3]);
      if (fault) faults.push(`${file}: ${fault}`);
    }
  }
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log('layers: every import goes the right way');
