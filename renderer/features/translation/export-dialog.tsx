import { useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import { useMessages } from '../../app/messages';
import { fileStem } from '../../app/project-actions';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt, notify } from '../../state/notices';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { CheckInput, ChoiceCards } from '../../ui/field';
import { languageName } from '../../ui/languages';
import { useWayOut } from '../names/index';

const FORMATS = ['tmx', 'csv', 'tbx'] as const;
type Format = (typeof FORMATS)[number];

/** The interview's memory or the campaign's terms as a file for others. */
export function ExportMemoryDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const tracks = project.tracks.filter(({ kind }) => kind === 'translation');
  const [format, setFormat] = useState<Format>('tmx');
  const [chosen, setChosen] = useState<readonly string[]>(() => tracks.map(({ id }) => id));
  const { problem, onFailure, override } = useWayOut();
  const save = () =>
    attempt(async () => {
      const { session } = useDocument.getState();
      const stem = format === 'tmx' ? fileStem(project.meta.title) : 'glossary';
      const target = await chooseFile('save-memory', `${stem}.${format}`);
      if (!target || session === null) return;
      try {
        await flushDocument();
        const input = { session, tracks: [...chosen], format, target: target.handle, override };
        const { file, count } = await getClient().call('translation.export', input);
        onClose();
        notify('success', t('memory.exported', { file: file.name, count }));
      } catch (error) {
        onFailure(errorData(error));
      }
    });
  return (
    <ModalDialog
      title={t('memory.exportTitle')}
      lead={t('memory.exportLead')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0} onPress={save}>
            {t('memory.exportSave')}
          </Button>
        </>
      }
    >
      {problem}
      <ChoiceCards
        label={t('memory.exportWhat')}
        value={format}
        options={FORMATS.map((value) => ({
          value,
          label: t(`memory.format.${value}`),
          help: t(`memory.formatHelp.${value}`),
        }))}
        onChange={setFormat}
      />
      <fieldset className="memory__languages">
        <legend className="field__label">{t('memory.exportLanguages')}</legend>
        {tracks.map(({ id, language }) => (
          <CheckInput
            key={id}
            label={languageName(language)}
            value={chosen.includes(id)}
            onChange={(isChosen) =>
              setChosen(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
        ))}
      </fieldset>
    </ModalDialog>
  );
}
