import { useState } from 'react';
import { useMessages } from '../../app/messages';
import { setProjectLanguage, setProjectTitle } from '../../../shared/edits/project';
import { run, useDocument } from '../../state/document';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { TextInput } from '../../ui/field';
import { LanguageInput } from '../../ui/language-input';

/** Title and spoken language of the open project. */
export function ProjectDetailsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const meta = useDocument((state) => state.project.meta);
  const [title, setTitle] = useState(meta.title);
  const [language, setLanguage] = useState(meta.language);
  const keep = () => {
    if (title.trim() !== meta.title) run(setProjectTitle, { title: title.trim() });
    if (language !== meta.language) run(setProjectLanguage, { language });
    onClose();
  };
  return (
    <ModalDialog
      title={t('project.details')}
      isUnkept={title.trim() !== meta.title || language !== meta.language}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={keep}>
            {t('app.done')}
          </Button>
        </>
      }
    >
      <TextInput label={t('newProject.name')} value={title} onChange={setTitle} onSubmit={keep} />
      <LanguageInput label={t('newProject.language')} value={language} onChange={setLanguage} />
    </ModalDialog>
  );
}
