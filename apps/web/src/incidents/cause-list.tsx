import { IconArrowRight, IconTrendingDown, IconTrendingUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { classNames } from '../theme/class-names.ts';
import { figure } from '../ui/counted.ts';
import { useNow } from '../ui/use-now.ts';
import { whenInSentence } from '../ui/when.ts';
import styles from './cause-list.module.css';
import { causeWords } from './cause-words.ts';
import type { Cause } from './group-by-cause.ts';
import { Sparkline } from './sparkline.tsx';
import { perHour, type Trend, trendOf } from './trend.ts';

const TRENDS: { readonly [T in Trend]: { readonly word: string; readonly icon: typeof IconArrowRight; readonly tone: string } } = {
  rising: { word: 'Rising', icon: IconTrendingUp, tone: 'rising' },
  steady: { word: 'Steady', icon: IconArrowRight, tone: 'steady' },
  falling: { word: 'Falling', icon: IconTrendingDown, tone: 'falling' },
};

function CauseRow({ cause, isOpen }: { cause: Cause; isOpen: boolean }) {
  const counts = perHour(cause.incidents, useNow());
  const trend = trendOf(counts);
  const { word, icon: Icon, tone } = TRENDS[trend];
  return (
    <li>
      <Link
        to="/incidents"
        search={{ cause: cause.id }}
        className={classNames(styles.cause, isOpen && styles.open)}
        aria-current={isOpen ? 'true' : undefined}
        data-row={cause.id}
      >
        <div className={styles.text}>
          <h3 title={cause.message}>{causeWords(cause.message).headline}</h3>
          <p className="cut">
            Step <b className={styles.step}>{cause.elementName}</b> · {cause.processName}
          </p>
          <p className={styles.trend}>
            <span className={styles[tone]}>
              <Icon className="icon" aria-hidden="true" />
              {word}
            </span>
            · since {whenInSentence(cause.firstAt)}
          </p>
        </div>
        <div className={styles.count}>
          <b>{figure(cause.incidents.length)}</b>
          <Sparkline counts={counts} isRising={trend === 'rising'} />
        </div>
      </Link>
    </li>
  );
}

export function CauseList({ causes, openId }: { causes: readonly Cause[]; openId: string | null }) {
  return (
    <ul>
      {causes.map((cause) => (
        <CauseRow key={cause.id} cause={cause} isOpen={cause.id === openId} />
      ))}
    </ul>
  );
}
