import { useState } from 'react';
import type { Version } from '../../../shared/domain/review';
import { keepVersion, removeVersion, restoreVersion } from '../../../shared/edits/versions';
import { formatMoment } from '../../app/format';
import { useMessages } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { notify } from '../../state/notices';
import { showDialog } from '../../state/session';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { TextInput } from '../../ui/field';
import { signature } from './actions';
import { useReviewView } from './store';
import './review.css';

/** Named states of the project: keep one, return to one, compare one with now. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const versions = useDocument((state) => state.project.versions);
  const isReadOnly = useDocument((state) => state.readOnly !== null);
  const [name, setName] = useState('');
  const keep = () => {
    if (name.trim() === '') return;
    run(keepVersion, { newId, name: name.trim(), signed: signature() });
    setName('');
  };
  return (
    <ModalDialog title={t('versions.title')} lead={t('versions.lead')} size="large" onClose={onClose}>
      <div className="versions__new">
        <TextInput label={t('versions.name')} value={name} onChange={setName} onSubmit={keep} autoFocus />
        <Button variant="primary" isDisabled={isReadOnly || name.trim() === ''} onPress={keep}>
          {t('versions.keep')}
        </Button>
      </div>
      {versions.length === 0 ? (
        <p className="review__hint">{t('versions.none')}</p>
      ) : (
        <ul className="versions" aria-label={t('versions.title')}>
          {versions.toReversed().map((version) => (
            <VersionRow key={version.id} version={version} onClose={onClose} />
          ))}
        </ul>
      )}
    </ModalDialog>
  );
}

/** A version's name for a person. */
export function versionName(t: ReturnType<typeof useMessages>, { kind, name }: Version): string {
  return kind === 'imported' ? t('versions.imported') : name;
}

function VersionRow({ version, onClose }: { readonly version: Version; readonly onClose: () => void }) {
  const t = useMessages();
  const isReadOnly = useDocument((state) => state.readOnly !== null);
  const { by, atMs } = version.saved;
  const name = versionName(t, version);
  const goBack = () => {
    if (run(restoreVersion, { id: version.id })) notify('success', t('versions.restored', { name }));
    onClose();
  };
  return (
    <li className="version">
      <span className="version__name" dir="auto">
        {name}
      </span>
      <span className="version__when">
        {formatMoment(atMs)}
        {by !== '' && ` · ${by}`}
      </span>
      <Button
        size="small"
        aria-label={t('versions.compareNamed', { name })}
        onPress={() => {
          useReviewView.setState({ compared: version.id });
          showDialog('compare-versions');
        }}
      >
        {t('versions.compare')}
      </Button>
      <Button
        size="small"
        isDisabled={isReadOnly}
        aria-label={t('versions.restoreNamed', { name })}
        onPress={goBack}
      >
        {t('versions.restore')}
      </Button>
      {version.kind === 'named' && (
        <Button
          size="small"
          variant="quiet"
          isDisabled={isReadOnly}
          aria-label={t('versions.removeNamed', { name })}
          onPress={() => run(removeVersion, { id: version.id })}
        >
          {t('versions.remove')}
        </Button>
      )}
    </li>
  );
}
