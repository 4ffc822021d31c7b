/** The campaign's own font files, for the preview and the style editor. */
import { create } from 'zustand';
import type { Output } from '../../shared/api/contract';
import type { CampaignFont } from '../../shared/domain/font';
import { familiesOf } from '../../shared/style/campaign-families';
import type { FontFamily } from '../../shared/style/fonts';
import { getClient } from '../platform/client';
import { useDocument } from './document';
import { chooseFile } from './file-choice';

interface CampaignFonts {
  readonly families: readonly FontFamily[];
  /** Bytes by file name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const NONE: CampaignFonts = { families: [], files: new Map() };

export const useCampaignFonts = create<CampaignFonts>()(() => NONE);

/** Takes the fonts of the open project's campaign; none while no project is open. */
export async function loadCampaignFonts(): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return useCampaignFonts.setState(NONE);
  const { fonts } = await getClient().call('fonts.list', { session });
  await take(session, fonts);
}

/** Asks for a font file and adds it to the campaign; its family, or null where the person chose none. */
export async function addCampaignFont(): Promise<string | null> {
  const { session } = useDocument.getState();
  const file = session === null ? null : await chooseFile('font');
  return file ? addFontFile(file.handle) : null;
}

/** Adds a font file to the campaign; its family, or null where it was there already. */
export async function addFontFile(file: string): Promise<string | null> {
  const { session } = useDocument.getState();
  if (session === null) return null;
  const before = useCampaignFonts.getState().files;
  const { fonts } = await getClient().call('fonts.add', { session, file });
  await take(session, fonts);
  return fonts.find((font) => !before.has(font.file))?.family ?? null;
}

/** Fonts of this computer that draw these characters, best first. */
export async function systemFonts(characters: readonly string[]): Promise<Output<'fonts.system'>['fonts']> {
  const { session } = useDocument.getState();
  if (session === null || characters.length === 0) return [];
  return (await getClient().call('fonts.system', { session, characters: [...characters] })).fonts;
}

async function take(session: string, fonts: readonly CampaignFont[]): Promise<void> {
  const known = useCampaignFonts.getState().files;
  const files = new Map<string, Uint8Array>();
  for (const { file } of fonts) files.set(file, known.get(file) ?? (await read(session, file)));
  if (useDocument.getState().session === session)
    useCampaignFonts.setState({ families: familiesOf(fonts), files });
}

async function read(session: string, file: string): Promise<Uint8Array> {
  const { base64 } = await getClient().call('fonts.read', { session, file });
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
