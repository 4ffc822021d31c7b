import { useEffect, useState } from 'react';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt, notify } from '../../state/notices';
import { runCommand } from '../../app/commands';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards, SelectInput, TextInput } from '../../ui/field';
import { LanguageInput } from '../../ui/language-input';
import { importDraft, type DraftUse } from './apply';
import { DraftPreview } from './draft-preview';
import { encodingOptions } from './encodings';
import { useImportSource, type ImportSource } from './import-source';
import { useDraft } from './use-draft';
import './import.css';

/** Brings the transcript in: pasted or from a file, with a preview of what was understood before anything changes. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const [chosen, setChosen] = useState<ImportSource | null>(() => useImportSource.getState().initial);
  const [pasted, setPasted] = useState('');
  const [language, setLanguage] = useState(project.meta.language);
  const [encoding, setEncoding] = useState<string | null>(null);
  const [use, setUse] = useState<DraftUse>('times');
  const [source, setSource] = useState(chosen?.source ?? null);
  const { draft, problem, isReading } = useDraft(source, language, encoding);

  const paste = (text: string) => {
    setPasted(text);
    setSource({ kind: 'text', text });
  };
  const pick = () =>
    attempt(async () => {
      const file = await chooseFile('transcript');
      if (!file) return;
      setEncoding(null);
      setChosen({ source: { kind: 'file', file: file.handle }, name: file.name });
      setSource({ kind: 'file', file: file.handle });
    });
  // A file dropped on the dialog is taken like a chosen one.
  useEffect(
    () =>
      useImportSource.subscribe(({ initial }) => {
        if (!initial) return;
        setEncoding(null);
        setChosen(initial);
        setSource(initial.source);
      }),
    [],
  );
  const forget = () => {
    setChosen(null);
    setEncoding(null);
    setSource(pasted === '' ? null : { kind: 'text', text: pasted });
  };
  const isEmpty = draft === null || (draft.paragraphs.length === 0 && (draft.cues?.length ?? 0) === 0);

  const bringIn = () => {
    if (!draft || isEmpty) return;
    const made = importDraft(draft, language, draft.cues ? use : 'text');
    onClose();
    if (made === 'words' && project.meta.media)
      notify('success', t('import.done'), {
        label: t('import.alignNow'),
        run: () => void runCommand('transcript.align'),
      });
    else notify('success', t('import.done'));
  };

  return (
    <ModalDialog
      title={t('import.title')}
      lead={t('import.lead')}
      size="large"
      isUnkept={pasted.trim() !== ''}
      onClose={onClose}
      footer={
        <>
          {project.paragraphs.length > 0 && <p className="import__replaces">{t('import.replaces')}</p>}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={bringIn} isDisabled={isEmpty || isReading}>
            {t('import.confirm')}
          </Button>
        </>
      }
    >
      <div className="import">
        <div className="import__from">
          {chosen ? (
            <div className="import__file">
              <span dir="auto">{chosen.name}</span>
              <Button size="small" variant="quiet" onPress={forget}>
                {t('import.forgetFile')}
              </Button>
            </div>
          ) : (
            <TextInput
              label={t('import.paste')}
              value={pasted}
              onChange={paste}
              multiline
              rows={9}
              autoFocus
              help={t('import.pasteHelp')}
            />
          )}
          <Button onPress={pick}>{t(chosen ? 'import.otherFile' : 'import.chooseFile')}</Button>
          <LanguageInput label={t('newProject.language')} value={language} onChange={setLanguage} />
          {draft?.encoding && (
            <SelectInput
              label={t('import.encoding')}
              value={encoding ?? draft.encoding.encoding}
              options={encodingOptions(draft.encoding)}
              onChange={setEncoding}
              help={t(
                draft.encoding.confidence < 0.1 && encoding === null
                  ? 'import.encodingUnsure'
                  : 'import.encodingHelp',
              )}
            />
          )}
          {draft?.cues && (
            <ChoiceCards<DraftUse>
              label={t('import.use')}
              value={use}
              options={[
                { value: 'times', label: t('import.useTimes'), help: t('import.useTimesHelp') },
                { value: 'text', label: t('import.useText'), help: t('import.useTextHelp') },
              ]}
              onChange={setUse}
            />
          )}
        </div>
        <div className="import__preview" aria-live="polite">
          {problem ? (
            <Banner tone="danger">{problem.message}</Banner>
          ) : (
            <DraftPreview draft={draft} isReading={isReading} />
          )}
        </div>
      </div>
    </ModalDialog>
  );
}
