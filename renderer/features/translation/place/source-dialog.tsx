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
import { Progress } from '../../../ui/progress';
import type { Brought } from './draft';

interface SourceDialogProps {
  readonly language: LanguageTag;
  readonly onLanguage: (language: LanguageTag) => void;
  /** What was brought so far: it stays while the person looks at the bench and comes back. */
  readonly brought: Brought;
  readonly onBrought: (brought: Brought) => void;
  readonly problem: string | null;
  /** How far placing is, 0 to 1; null: nothing is being placed, or how far cannot be told yet. */
  readonly progress: number | null;
  readonly isPlacing: boolean;
  readonly onPlace: (source: TextSource) => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** Where the translation comes from: pasted, or a file. */
export function SourceDialog(props: SourceDialogProps) {
  const { language, onLanguage, brought, onBrought, problem, progress, isPlacing, onClose } = props;
  const { pasted, file } = brought;
  const t = useMessages();
  const setFile = (next: FileInfo | null) => onBrought({ pasted, file: next });
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
          <Button onPress={isPlacing ? props.onStop : onClose}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={source === null || isPlacing}
            onPress={() => {
              if (source) props.onPlace(source);
            }}
          >
            {t(isPlacing ? 'place.placing' : 'place.next')}
          </Button>
        </>
      }
    >
      {isPlacing && <Progress label={t('place.placing')} value={progress} />}
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
          onChange={(next) => onBrought({ pasted: next, file })}
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
