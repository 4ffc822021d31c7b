import type { LanguageTag } from '../../../../shared/domain/common';
import { leaveOut, leftOut } from '../../../../shared/translation/place/bench';
import { useMessages } from '../../../app/messages';
import { Button } from '../../../ui/button';
import type { BenchHistory } from './use-bench';

/** Sentences the person left out: never out of sight, and taken in again where they stood. */
export function LeftOut({
  history,
  language,
}: {
  readonly history: BenchHistory;
  readonly language: LanguageTag;
}) {
  const t = useMessages();
  const sentences = leftOut(history.bench);
  if (sentences.length === 0) return null;
  return (
    <section className="place__left-out" aria-label={t('place.leftOut')}>
      <h3 className="place__heading">{t('place.leftOut')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <span lang={language} dir="auto">
              {history.bench.sentences[sentence]?.text}
            </span>
            <Button size="small" onPress={() => history.change((bench) => leaveOut(bench, sentence, false))}>
              {t('place.takeIn')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
