import type { LanguageTag } from '../../../../shared/domain/common';
import type { Track } from '../../../../shared/domain/track';
import { countsOf, type Bench } from '../../../../shared/translation/place/bench';
import { useMessages } from '../../../app/messages';
import { Button } from '../../../ui/button';
import { ModalDialog } from '../../../ui/dialog';
import { SelectInput } from '../../../ui/field';
import { encodingOptions } from '../../import/index';
import { BenchList } from './bench-list';
import type { Placed } from './draft';
import { LeftOut } from './left-out';
import './place.css';

interface BenchDialogProps {
  readonly placed: Placed;
  readonly source: Track;
  readonly language: LanguageTag;
  /** Texts that are there already and would be replaced. */
  readonly replaced: number;
  readonly onEncoding: (encoding: string) => void;
  readonly onBack: () => void;
  readonly onKeep: (bench: Bench) => void;
  readonly onClose: () => void;
}

/** The placement bench: source and translation side by side, what is doubtful marked, words moved by drag or keys. */
export function BenchDialog({
  placed,
  source,
  language,
  replaced,
  onEncoding,
  onBack,
  onKeep,
  onClose,
}: BenchDialogProps) {
  const t = useMessages();
  const { now: bench, isTable, encoding } = placed;
  const counts = countsOf(bench);
  return (
    <ModalDialog
      title={t('place.bench')}
      lead={
        <span className="numbers">
          {t(isTable ? 'place.fromTable' : 'place.counts', counts)}{' '}
          {counts.empty > 0 && t('place.empty', { count: counts.empty })}
        </span>
      }
      size="large"
      onClose={onClose}
      footer={
        <>
          {replaced > 0 && <p className="place__replaces">{t('place.replaces', { count: replaced })}</p>}
          <Button onPress={onBack}>{t('place.back')}</Button>
          <Button variant="primary" onPress={() => onKeep(bench)}>
            {counts.leftOut > 0 ? t('place.keepWithout', { count: counts.leftOut }) : t('place.keep')}
          </Button>
        </>
      }
    >
      <div className="place">
        <p className="place__help">{t('place.help')}</p>
        {encoding && (
          <SelectInput
            label={t('import.encoding')}
            value={encoding.read}
            options={encodingOptions(encoding.guess)}
            help={t(
              encoding.guess.confidence < 0.1 && encoding.read === encoding.guess.encoding
                ? 'place.encodingUnsure'
                : 'place.encodingHelp',
            )}
            onChange={onEncoding}
          />
        )}
        <BenchList bench={bench} source={source} language={language} />
        <LeftOut bench={bench} language={language} />
      </div>
    </ModalDialog>
  );
}
