import type { TextIssue } from '../../../shared/api/contract';
import { useMessages } from '../../app/messages';
import { SelectInput } from '../../ui/field';
import { choosesEncoding, ENCODINGS, namesSpeakers, type Encoding, type ExportFormat } from './model';

export interface FileOptionsProps {
  readonly format: ExportFormat;
  readonly speakers: boolean;
  readonly encoding: Encoding;
  readonly limits: readonly TextIssue[];
  readonly onSpeakers: (speakers: boolean) => void;
  readonly onEncoding: (encoding: Encoding) => void;
}

/** What may be chosen about a text file, and what it cannot hold. */
export function FileOptions(props: FileOptionsProps) {
  const { format, speakers, encoding, limits, onSpeakers, onEncoding } = props;
  const t = useMessages();
  return (
    <>
      {namesSpeakers(format) && (
        <SelectInput
          label={t('export.speakers')}
          value={speakers ? 'yes' : 'no'}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`export.speakers.${value}`) }))}
          onChange={(value) => onSpeakers(value === 'yes')}
        />
      )}
      {choosesEncoding(format) && (
        <SelectInput
          label={t('export.encoding')}
          value={encoding}
          options={ENCODINGS.map((value) => ({ value, label: t(`export.encoding.${value}`) }))}
          onChange={onEncoding}
        />
      )}
      {limits.length > 0 && (
        <section aria-label={t('export.limits')}>
          <h3 className="export__heading">{t('export.limits')}</h3>
          <ul className="export__issues">
            {limits.map((issue) => (
              <li key={`${issue.code}-${issue.message}`}>{issue.message}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
