import { classNames } from '../theme/class-names.ts';
import styles from './sparkline.module.css';

const [WIDTH, HEIGHT, GAP] = [72, 24, 2];

/** Counts as small bars; the words beside it say the same. */
export function Sparkline({ counts, isRising }: { counts: readonly number[]; isRising: boolean }) {
  const most = Math.max(1, ...counts);
  const width = WIDTH / counts.length;
  return (
    <svg className={classNames(styles.spark, isRising && styles.rising)} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {counts.map((count, index) => {
        const height = count === 0 ? 1.5 : Math.max(3, (count / most) * HEIGHT);
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a bar means
        return <rect key={index} x={index * width} y={HEIGHT - height} width={width - GAP} height={height} rx={0.75} />;
      })}
    </svg>
  );
}
