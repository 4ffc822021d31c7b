/** A campaign's logo and end card: beside the project or its footage, so that they go wherever the campaign goes. */
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import {
  Branding,
  isMovingBrand,
  NO_BRANDING,
  type BrandFile,
  type LogoPlace,
} from '../../../shared/domain/branding';
import { ioError, readFileCapped, statOrNull, writeFileAtomic } from '../../platform/files';

const FOLDER = 'branding';
const SETTINGS = 'branding.json';
const MOST_SETTINGS_BYTES = 64 * 1024;
/** Far above 30 s of what `cleanBrand` writes. */
export const MOST_BRAND_BYTES = 400 * 1024 * 1024;

/** Pictures with the places of their files: what a video is made with. */
export interface PlacedBranding {
  readonly logo?: LogoPlace & { readonly path: string };
  readonly endCard?: { readonly path: string; readonly durationMs: number; readonly isMoving: boolean };
}

/** What the first of these folders says that says anything; nothing where none does or what it says cannot be read. */
export async function readBranding(folders: readonly string[]): Promise<Branding> {
  for (const folder of new Set(folders)) {
    const text = await readFileCapped(join(folder, FOLDER, SETTINGS), MOST_SETTINGS_BYTES).catch(() => null);
    const parsed = text && Branding.safeParse(jsonOf(text.toString('utf8')));
    if (parsed?.success) return withFiles(folders, parsed.data);
  }
  return NO_BRANDING;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Only what there is a file for. */
async function withFiles(folders: readonly string[], { logo, endCard }: Branding): Promise<Branding> {
  return {
    logo: logo && (await placeOf(folders, logo.file)) !== null ? logo : null,
    endCard: endCard && (await placeOf(folders, endCard.file)) !== null ? endCard : null,
  };
}

async function placeOf(folders: readonly string[], file: BrandFile): Promise<string | null> {
  for (const folder of new Set(folders)) {
    const path = join(folder, FOLDER, file);
    if ((await statOrNull(path).catch(() => null))?.isFile()) return path;
  }
  return null;
}

/** Keeps what is chosen for a campaign, in `branding` of a folder. Throws `no-permission`, `disk-full`. */
export async function saveBranding(folder: string, branding: Branding): Promise<void> {
  await mkdir(join(folder, FOLDER), { recursive: true }).catch(rethrown(folder));
  await writeFileAtomic(join(folder, FOLDER, SETTINGS), `${JSON.stringify(branding, null, 2)}\n`);
}

/** Puts a cleaned picture into `branding` of a folder. Done twice is done once. Throws `no-permission`, `disk-full`. */
export async function addBrandFile(
  folder: string,
  { file, bytes }: { readonly file: BrandFile; readonly bytes: Uint8Array },
): Promise<void> {
  await mkdir(join(folder, FOLDER), { recursive: true }).catch(rethrown(folder));
  const path = join(folder, FOLDER, file);
  if ((await statOrNull(path))?.size !== bytes.length) await writeFileAtomic(path, bytes);
}

function rethrown(folder: string) {
  return (error: unknown): never => {
    throw ioError(error, basename(folder));
  };
}

/** Where a file of the campaign lies. Throws `not-found`. */
export async function brandPath(folders: readonly string[], file: BrandFile): Promise<string> {
  const path = await placeOf(folders, file);
  if (path === null) throw new AppError('not-found', { name: file });
  return path;
}

/** With the places of the files. Throws `not-found` where one of them is gone. */
export async function placeBranding(
  folders: readonly string[],
  { logo, endCard }: Branding,
): Promise<PlacedBranding> {
  return {
    ...(logo ? { logo: { ...logo, path: await brandPath(folders, logo.file) } } : {}),
    ...(endCard
      ? {
          endCard: {
            durationMs: endCard.durationMs,
            path: await brandPath(folders, endCard.file),
            isMoving: isMovingBrand(endCard.file),
          },
        }
      : {}),
  };
}
