import { useMessages } from '../../app/messages';
import { chooseFile } from '../../state/file-choice';
import { attempt } from '../../state/notices';
import { Button } from '../../ui/button';
import { choose, useExport } from './state';
import './export.css';

/** The folder files are written to, and a way to choose another. All exports share it. */
export function FolderChoice() {
  const t = useMessages();
  const folder = useExport((state) => state.folder);
  return (
    <div className="export__place">
      <span className="export__heading">{t('export.folder')}</span>
      <span dir="auto" className="export__folder">
        {folder?.name ?? t('export.noFolder')}
      </span>
      <Button
        size="small"
        onPress={() =>
          attempt(async () => {
            const next = await chooseFile('folder');
            if (next) choose({ folder: next });
          })
        }
      >
        {t('export.chooseFolder')}
      </Button>
    </div>
  );
}
