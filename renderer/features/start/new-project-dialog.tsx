import { useEffect, useEffectEvent, useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import type { MediaInfo } from '../../../shared/domain/media';
import { LanguageTag } from '../../../shared/domain/common';
import { useMessages } from '../../app/messages';
import { createProject } from '../../app/project-actions';
import { getClient } from '../../platform/client';
import { setLayout, useSession } from '../../state/session';
import { formatClock } from '../../state/timecode';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { TextInput } from '../../ui/field';
import { LanguageInput } from '../../ui/language-input';
import { openImport } from '../import/index';
import { useNewProject } from './new-project';

/** The language a person worked in last is most likely the next one too. */
const LAST_LANGUAGE = 'project.language';

/** Title and spoken language of a new project, and what its footage is. */
export function NewProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const { media, transcript } = useNewProject();
  const remembered = LanguageTag.safeParse(useSession.getState().layout[LAST_LANGUAGE]);
  const [title, setTitle] = useState(() => (media ? nameWithoutEnding(media.name) : ''));
  const [language, setLanguage] = useState<LanguageTag>(remembered.success ? remembered.data : 'en');
  const [isWorking, setWorking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [isUnusable, setUnusable] = useState(false);

  const create = () => {
    if (isWorking || isUnusable) return;
    setWorking(true);
    setFailure(null);
    setLayout(LAST_LANGUAGE, language);
    createProject(media, language, title.trim() === '' ? t('app.untitled') : title.trim()).then(
      () => {
        if (transcript) openImport(transcript);
      },
      (error: unknown) => {
        setFailure(errorData(error).message);
        setWorking(false);
      },
    );
  };

  return (
    <ModalDialog
      title={t('newProject.title')}
      {...(media ? { lead: <span dir="auto">{media.name}</span> } : {})}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={create} isDisabled={isWorking || isUnusable}>
            {isWorking ? t('newProject.creating') : t('newProject.create')}
          </Button>
        </>
      }
    >
      {media && <MediaLine file={media.handle} onUnusable={() => setUnusable(true)} />}
      {transcript?.kind === 'bytes' && (
        <p className="media-line" role="status">
          {t('newProject.transcript', { name: transcript.name })}
        </p>
      )}
      <LanguageInput
        label={t('newProject.language')}
        help={t('newProject.languageHelp')}
        value={language}
        onChange={setLanguage}
      />
      <TextInput label={t('newProject.name')} value={title} onChange={setTitle} onSubmit={create} />
      {failure !== null && (
        <div role="alert">
          <Banner tone="danger">{failure}</Banner>
        </div>
      )}
    </ModalDialog>
  );
}

/** What the footage is, as soon as the probe has looked; its problem if it has one. */
function MediaLine({ file, onUnusable }: { readonly file: string; readonly onUnusable: () => void }) {
  const t = useMessages();
  const [info, setInfo] = useState<MediaInfo | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const tell = useEffectEvent((message: string) => {
    setProblem(message);
    onUnusable();
  });
  useEffect(() => {
    let isCurrent = true;
    getClient()
      .call('media.probe', { file })
      .then(
        (found) => {
          if (isCurrent) setInfo(found);
        },
        (error: unknown) => {
          if (isCurrent) tell(errorData(error).message);
        },
      );
    return () => {
      isCurrent = false;
    };
  }, [file]);

  if (problem !== null)
    return (
      <div role="alert">
        <Banner tone="danger">{problem}</Banner>
      </div>
    );
  if (!info) return <p className="media-line">{t('newProject.probing')}</p>;
  return (
    <p className="media-line numbers">
      {t(info.video ? 'newProject.media' : 'newProject.soundOnly', {
        duration: formatClock(info.durationMs),
        width: String(info.video?.displayWidth ?? 0),
        height: String(info.video?.displayHeight ?? 0),
      })}
      {info.audio === null && ` ${t('newProject.noSound')}`}
    </p>
  );
}

function nameWithoutEnding(name: string): string {
  return name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}
