import { fontFamilies } from '../../../shared/style/fonts';
import { t } from '../../app/messages';
import { addCampaignFont, useCampaignFonts } from '../../state/campaign-fonts';
import { notify } from '../../state/notices';
import { changeStyle } from './actions';

/** Names of the families there are: the bundled ones, then the campaign's. */
export function useFontNames(): string[] {
  const own = useCampaignFonts((state) => state.families);
  return [...fontFamilies, ...own].map(({ family }) => family);
}

/** Asks for a font file, adds it to the campaign and draws the shown style with it. */
export async function addFont(): Promise<void> {
  const family = await addCampaignFont();
  if (family === null) return;
  changeStyle({ fontFamily: family });
  notify('success', t('styles.fontAdded', { family }));
}
