declare module '@daisy/ace-core' {
  /** Loads content documents into a browser and runs Ace's scripts there. */
  export interface AxeRunner {
    /** Pages at a time. */
    readonly concurrency: number;
    setTimeout(milliseconds: number): void;
    launch(): Promise<void>;
    close(): Promise<void>;
    run(url: string, scripts: readonly string[], scriptContents: readonly string[]): Promise<unknown>;
  }

  /** Checks one book; the report is Ace's report.json. */
  export default function ace(
    epub: string,
    options: {
      readonly cwd: string;
      readonly outdir: string;
      readonly silent: boolean;
      readonly initLogger: boolean;
    },
    runner: AxeRunner,
  ): Promise<[job: string, report: unknown]>;
}
