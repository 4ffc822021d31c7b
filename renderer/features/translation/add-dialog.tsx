import { useState } from 'react';
import type { LanguageTag } from '../../../shared/domain/common';
import { profileFor } from '../../../shared/profiles/profiles';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { sourceTrack } from '../../state/selectors';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { LanguageInput } from '../../ui/language-input';
import { languageName } from '../../ui/languages';
import { addLanguage } from './actions';

/** Languages that campaigns translate into, in the order they are proposed. */
const USUAL: readonly LanguageTag[] = ['ru', 'kk', 'es', 'fr', 'ar', 'zh-Hans', 'en'];

/** Asks which language to add, and says what comes of it. */
export function AddLanguageDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const known = project.tracks.map((track) => track.language);
  const [language, setLanguage] = useState<LanguageTag>(
    () => USUAL.find((tag) => !known.includes(tag)) ?? 'en',
  );
  const source = sourceTrack(project);
  const cues = project.cues.filter(({ trackId }) => trackId === source?.id).length;
  const isThere = known.includes(language);
  const add = () => {
    addLanguage(language);
    onClose();
    // After the dialog has given the focus back: the first text is open to be written.
    setTimeout(() => runCommand('cue.edit'));
  };
  return (
    <ModalDialog
      title={t('translation.add')}
      lead={t('translation.addLead', { count: cues, source: languageName(source?.language ?? '') })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={add} isDisabled={isThere}>
            {t('translation.addConfirm')}
          </Button>
        </>
      }
    >
      <LanguageInput
        label={t('translation.language')}
        help={t('translation.languageHelp', { profile: profileFor(language).name })}
        value={language}
        onChange={setLanguage}
      />
      {isThere && (
        <Banner tone="warning">{t('translation.there', { language: languageName(language) })}</Banner>
      )}
    </ModalDialog>
  );
}
