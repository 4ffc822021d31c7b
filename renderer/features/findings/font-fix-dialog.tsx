import { useEffect, useMemo, useState } from 'react';
import type { Output } from '../../../shared/api/contract';
import { setStyle } from '../../../shared/edits/style';
import { changedStyle, withOverride } from '../../../shared/style/change';
import { familyNamed, fontFamilies, hasPicture, missingCharacters } from '../../../shared/style/fonts';
import { overrideFor } from '../../../shared/style/resolve';
import { withSpeakerLabels } from '../../../shared/style/speakers';
import { styleOf } from '../../../shared/style/style-of';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { runCommand } from '../../app/commands';
import { t, useMessages } from '../../app/messages';
import { addFontFile, systemFonts, useCampaignFonts } from '../../state/campaign-fonts';
import { run, useDocument } from '../../state/document';
import { attempt, notify, notifyError } from '../../state/notices';
import { cuesOfTrack, trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards } from '../../ui/field';
import { titleOf } from './actions';

type Found = Output<'fonts.system'>['fonts'];

/** As many letters as anybody reads. */
const NAMED = 20;

/** Everything that is drawn of the shown track. */
function shownText(): string {
  const { project } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  if (!track) return '';
  const cues = withSpeakerLabels(cuesOfTrack(project, track.id), styleOf(project, track), project.speakers);
  return cues.map(({ text }) => withoutMarkUp(text)).join('\n');
}

/** Adds a font to the campaign; where it has every letter of the language, the language is drawn with it altogether. */
async function takeFont({ file, family }: Found[number]): Promise<void> {
  await addFontFile(file);
  const { project } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  const added = familyNamed(useCampaignFonts.getState().families, family);
  notify('success', t('findings.fontUsed', { family }));
  if (!track || !added) return;
  const drawn = [...shownText()].filter(hasPicture);
  if (!drawn.every((character) => added.coverage.has(character.codePointAt(0) ?? 0))) return;
  const style = styleOf(project, track);
  const override = { ...overrideFor(style, track.language), fontFamily: family };
  run(setStyle, { style: changedStyle(style, withOverride(style, track.language, override)) });
}

/** A font for letters that none has: one of this computer's, copied to the campaign so that preview and exports draw with it. */
export function FontFixDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const families = useCampaignFonts((state) => state.families);
  const missing = useMemo(() => missingCharacters(shownText(), [...fontFamilies, ...families]), [families]);
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    systemFonts(missing).then(
      (fonts) => {
        if (isShown) setFound(fonts);
      },
      (error: unknown) => {
        notifyError(error);
        if (isShown) setFound([]);
      },
    );
    return () => {
      isShown = false;
    };
  }, [missing]);
  const font = found?.find(({ file }) => file === chosen) ?? found?.[0];
  const apply = () => {
    if (font) attempt(() => takeFont(font));
    onClose();
  };
  const addFile = () => {
    onClose();
    runCommand('style.addFont');
  };
  const count = missing.length;
  return (
    <ModalDialog
      title={t('findings.fixTitle', { rule: titleOf('missing-letters') })}
      lead={t('findings.fontLead', { count, letters: missing.slice(0, NAMED).join(' ') })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={addFile}>{t('findings.fontFile')}</Button>
          <Button variant="primary" isDisabled={!font} onPress={apply}>
            {t('findings.font')}
          </Button>
        </>
      }
    >
      {!font && (
        <p className="fixes__more" role="status">
          {t(found === null ? 'findings.fontLooking' : 'findings.fontNone')}
        </p>
      )}
      {found && font && (
        <ChoiceCards
          label={t('findings.fontHow')}
          help={t('findings.fontHelp')}
          value={font.file}
          options={found.map(({ file, family, covered }) => ({
            value: file,
            label: family,
            help: covered === count ? t('findings.fontAll') : t('findings.fontCovers', { covered, count }),
          }))}
          onChange={setChosen}
        />
      )}
    </ModalDialog>
  );
}
