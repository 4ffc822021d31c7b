/** The campaign's logo and end card, for the settings and for what is exported. */
import { create } from 'zustand';
import { NO_BRANDING, type BrandFile, type Branding } from '../../shared/domain/branding';
import { getClient } from '../platform/client';
import { useDocument } from './document';
import { chooseFile } from './file-choice';
import { jobResult } from './jobs';

interface CampaignBranding {
  /** The open project it was asked for; null for none. */
  readonly session: string | null;
  readonly branding: Branding;
  /** Pictures as addresses for an element, by file name; of a video its first picture. */
  readonly pictures: ReadonlyMap<BrandFile, string>;
}

const NONE: CampaignBranding = { session: null, branding: NO_BRANDING, pictures: new Map() };

export const useBranding = create<CampaignBranding>()(() => NONE);

/** Whether a campaign has anything to put on its videos. */
export const isBranded = ({ logo, endCard }: Branding): boolean => logo !== null || endCard !== null;

/** Takes what the open project's campaign has; nothing while no project is open. */
export async function loadBranding(): Promise<void> {
  const { session } = useDocument.getState();
  // Never one campaign's logo on another's videos, not even while it is being asked for.
  if (useBranding.getState().session !== session) useBranding.setState({ ...NONE, session });
  if (session === null) return;
  const branding = await getClient().call('branding.get', { session });
  const files = [branding.logo?.file, branding.endCard?.file];
  for (const file of files) if (file !== undefined) await show(session, file);
  if (useDocument.getState().session === session) useBranding.setState({ branding });
}

/** Keeps it for the whole campaign. */
export async function saveBranding(branding: Branding): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return;
  await getClient().call('branding.set', { session, branding });
  useBranding.setState({ branding });
}

/** Asks for a picture and brings it into the campaign's folder; null where the person chose none. Throws `bad-picture`. */
export async function addPicture(use: 'logo' | 'card'): Promise<BrandFile | null> {
  const { session } = useDocument.getState();
  const chosen = session === null ? null : await chooseFile('picture');
  if (session === null || !chosen) return null;
  const job = await getClient().call('branding.add', { session, file: chosen.handle, use });
  const { file } = await jobResult(job, 'brand');
  await show(session, file);
  return file;
}

async function show(session: string, file: BrandFile): Promise<void> {
  if (useBranding.getState().pictures.has(file)) return;
  const { base64 } = await getClient().call('branding.show', { session, file });
  useBranding.setState(({ pictures }) => ({
    pictures: new Map(pictures).set(file, `data:image/png;base64,${base64}`),
  }));
}
