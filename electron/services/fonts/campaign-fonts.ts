/** The font files of a campaign: beside the project or its footage, so that they go wherever the campaign goes. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import { CampaignFont } from '../../../shared/domain/font';
import { formatMessage } from '../../../shared/messages/index';
import { MAX_FONT_BYTES, readFontFile } from '../../../shared/style/font-file';
import { familyNamed, fontFamilies } from '../../../shared/style/fonts';
import { FontFault, openFont, type FontFaultKind } from '../../../shared/style/sfnt';
import { steadyFont } from '../../../shared/style/steady-font';
import { ioError, writeFileAtomic } from '../../platform/files';

const FOLDER = 'fonts';
/** More are not looked at: each is read whole whenever a project is opened. */
const MOST_FONTS = 40;

/** A font with the place of its file. */
export interface PlacedFont extends CampaignFont {
  readonly path: string;
}

/** The fonts in `fonts` of these folders, by name, each family and face once. What is no font is passed over. */
export async function campaignFonts(folders: readonly string[]): Promise<PlacedFont[]> {
  const found = new Map<string, PlacedFont>();
  for (const folder of new Set(folders)) {
    const place = join(folder, FOLDER);
    const names = await readdir(place).catch(() => []);
    for (const name of names.sort()) {
      if (found.size >= MOST_FONTS) break;
      const font = await readPlaced(join(place, name)).catch(() => null);
      if (font && !found.has(font.file)) found.set(font.file, font);
    }
  }
  return [...found.values()];
}

async function readPlaced(path: string): Promise<PlacedFont> {
  return { ...CampaignFont.parse({ ...factsOf(await readFont(path)), file: basename(path) }), path };
}

/**
 * Copies a font file into `fonts` of a folder, in the form it is drawn with, and answers what it is. Done twice is done once.
 * Throws `bad-font`, `not-found`, `no-permission`, `disk-full`.
 */
export async function addCampaignFont(source: string, folder: string): Promise<PlacedFont> {
  const name = basename(source);
  try {
    const bytes = steadyFont(await readFont(source));
    const facts = factsOf(bytes);
    const place = join(folder, FOLDER);
    await mkdir(place, { recursive: true });
    const file = fileName(facts, bytes);
    const others = (await readdir(place)).filter((other) => other !== file);
    if (others.length >= MOST_FONTS) throw fault(name, 'too-many');
    await writeFileAtomic(join(place, file), bytes);
    return { ...facts, file, path: join(place, file) };
  } catch (error) {
    if (error instanceof FontFault) throw fault(name, error.kind);
    throw ioError(error, name);
  }
}

/** The bytes of a font as it is drawn with. Throws `not-found` for one that is not among these. */
export async function readCampaignFont(fonts: readonly PlacedFont[], file: string): Promise<Uint8Array> {
  const font = fonts.find((each) => each.file === file);
  if (!font) throw new AppError('not-found', { name: file });
  return steadyFont(await readFont(font.path));
}

async function readFont(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > MAX_FONT_BYTES) throw new FontFault('too-large');
  return readFile(path);
}

function factsOf(bytes: Uint8Array) {
  const facts = readFontFile(bytes);
  if (familyNamed(fontFamilies, facts.family)) throw new AppError('bad-font', bundled(facts.family));
  return facts;
}

const bundled = (name: string) => ({ name, reason: formatMessage('font.fault.bundled') });

function fault(name: string, kind: FontFaultKind | 'too-many'): AppError {
  return new AppError('bad-font', { name, reason: formatMessage(`font.fault.${kind}`) });
}

/** Plain ASCII whatever the family is called; other bytes, another name. */
function fileName({ family, weight, italic }: Omit<PlacedFont, 'file' | 'path'>, bytes: Uint8Array): string {
  const plain = family.replace(/[^A-Za-z0-9]+/g, '').slice(0, 40) || 'font';
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const ending = openFont(bytes).has('glyf') ? 'ttf' : 'otf';
  return `${plain}-${weight}${italic ? 'i' : ''}-${hash}.${ending}`;
}
