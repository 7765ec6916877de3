interface TextLinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lineHeight: number;
  readonly className: string | undefined;
  /** Where x is in the lines; by default the class decides. */
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
}

export function TextLines({ lines, x, y, lineHeight, className, anchor }: TextLinesProps) {
  return (
    <text className={className} x={x} y={y} textAnchor={anchor}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <tspan key={index} x={x} {...(index > 0 ? { dy: lineHeight } : {})}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
