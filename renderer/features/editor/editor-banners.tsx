import { useMessages } from '../../app/messages';
import { runCommand } from '../../app/commands';
import { useDocument } from '../../state/document';
import { MovedCuesBanner } from '../align/index';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';

/** What needs the person: unsafe edits, read-only, footage that is gone or another. Each says what to do. */
export function EditorBanners() {
  const t = useMessages();
  const unsafe = useDocument((state) => state.unsafe);
  const readOnly = useDocument((state) => state.readOnly);
  const media = useDocument((state) => state.media);
  return (
    <div className="editor__banners" role="status">
      {unsafe && (
        <Banner
          tone="danger"
          actions={
            <Button size="small" onPress={() => runCommand('project.saveAs')}>
              {t('editor.saveElsewhere')}
            </Button>
          }
        >
          {t('editor.unsafe', { reason: unsafe.message })}
        </Banner>
      )}
      {readOnly !== null && (
        <Banner
          tone="info"
          actions={
            <Button size="small" onPress={() => runCommand('project.saveAs')}>
              {t('editor.saveCopy')}
            </Button>
          }
        >
          {t('editor.readOnly', { reason: readOnly })}
        </Banner>
      )}
      {media.problem && (
        <Banner
          tone="warning"
          actions={
            media.state !== 'ok' && (
              <Button size="small" onPress={() => runCommand('media.choose')}>
                {t('editor.relocate')}
              </Button>
            )
          }
        >
          {media.problem.message}
        </Banner>
      )}
      <MovedCuesBanner />
    </div>
  );
}
