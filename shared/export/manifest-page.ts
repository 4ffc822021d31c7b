/** The manifest as a page for people: one file that needs nothing else, runs nothing and fetches nothing. */
import type { ExportManifest, ExportRecord } from '../domain/export';
import { escapeXml } from '../formats/xml/escape';
import { formatMessage, type MessageKey, type MessageValues } from '../messages/index';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.1rem;overflow-wrap:anywhere}dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0;overflow-wrap:anywhere}code{font-size:.85em}.failed{font-weight:bold}section{border-top:1px solid #bbb;padding-top:.5rem}@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}';

const say = (key: MessageKey, values: MessageValues = {}) => escapeXml(formatMessage(key, values));

/** Every file of a manifest with its size, digest, settings, tools, checks and overrides. */
export function manifestPage({ files }: ExportManifest): string {
  const title = say('manifest.title');
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'"/>',
    `<title>${title}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${title}</h1><p>${say('manifest.lead', { count: files.length })}</p>`,
    ...files.map(fileSection),
    '</main></body></html>',
    '',
  ].join('\n');
}

function fileSection(record: ExportRecord): string {
  const rows: [MessageKey, string][] = [
    ['manifest.size', escapeXml(formatMessage('manifest.bytes', { bytes: record.sizeBytes }))],
    ['manifest.sha256', `<code>${record.sha256}</code>`],
    ['manifest.languages', escapeXml(record.languages.join(', ') || '–')],
    ['manifest.settings', `<code>${escapeXml(JSON.stringify(record.output))}</code>`],
    [
      'manifest.tools',
      escapeXml(
        Object.entries(record.tools)
          .map(([name, version]) => `${name} ${version}`)
          .join(', '),
      ),
    ],
    [
      'manifest.checks',
      list(
        record.checks.map(({ result, message }) => [
          result,
          `${formatMessage(`manifest.result.${result}`)}: ${message}`,
        ]),
      ),
    ],
    [
      'manifest.metadata',
      list(
        record.metadata.map(({ kind, place, value }) => [
          kind === 'left' ? 'failed' : '',
          `${place}: ${value}`,
        ]),
      ),
    ],
    [
      'manifest.overrides',
      list(record.overrides.map(({ place, reason }) => ['failed', `${place}: ${reason}`])),
    ],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  return `<section><h2>${escapeXml(record.file)}</h2><dl>${shown.map(([key, value]) => `<dt>${say(key)}</dt><dd>${value}</dd>`).join('')}</dl></section>`;
}

function list(items: readonly (readonly [name: string, text: string])[]): string {
  if (items.length === 0) return '';
  const rows = items.map(
    ([name, text]) => `<li${name === 'failed' ? ' class="failed"' : ''}>${escapeXml(text)}</li>`,
  );
  return `<ul>${rows.join('')}</ul>`;
}
