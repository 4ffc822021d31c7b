import { useState } from 'react';
import type { FileInfo, TextSource } from '../../../../shared/api/contract';
import type { LanguageTag } from '../../../../shared/domain/common';
import { useMessages } from '../../../app/messages';
import { chooseFile } from '../../../state/file-choice';
import { attempt } from '../../../state/notices';
import { Banner } from '../../../ui/banner';
import { Button } from '../../../ui/button';
import { ModalDialog } from '../../../ui/dialog';
import { TextInput } from '../../../ui/field';
import { LanguageInput } from '../../../ui/language-input';

interface SourceDialogProps {
  readonly language: LanguageTag;
  readonly onLanguage: (language: LanguageTag) => void;
  readonly problem: string | null;
  readonly isPlacing: boolean;
  readonly onPlace: (source: TextSource, encoding: string | null) => void;
  readonly onClose: () => void;
}

/** Where the translation comes from: pasted, or a file. */
export function SourceDialog({
  language,
  onLanguage,
  problem,
  isPlacing,
  onPlace,
  onClose,
}: SourceDialogProps) {
  const t = useMessages();
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<FileInfo | null>(null);
  const pick = () =>
    attempt(async () => {
      const chosen = await chooseFile('transcript');
      if (chosen) setFile(chosen);
    });
  const source: TextSource | null = file
    ? { kind: 'file', file: file.handle }
    : pasted.trim() === ''
      ? null
      : { kind: 'text', text: pasted };
  return (
    <ModalDialog
      title={t('place.title')}
      lead={t('place.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={source === null || isPlacing}
            onPress={() => {
              if (source) onPlace(source, null);
            }}
          >
            {t(isPlacing ? 'place.placing' : 'place.next')}
          </Button>
        </>
      }
    >
      <LanguageInput label={t('place.language')} value={language} onChange={onLanguage} />
      {file ? (
        <div className="place__file">
          <span dir="auto">{file.name}</span>
          <Button size="small" variant="quiet" onPress={() => setFile(null)}>
            {t('import.forgetFile')}
          </Button>
        </div>
      ) : (
        <TextInput
          label={t('place.paste')}
          help={t('place.pasteHelp')}
          value={pasted}
          onChange={setPasted}
          multiline
          rows={10}
          autoFocus
        />
      )}
      <Button onPress={pick}>{t(file ? 'import.otherFile' : 'import.chooseFile')}</Button>
      <div role="alert">{problem !== null && <Banner tone="danger">{problem}</Banner>}</div>
    </ModalDialog>
  );
}
