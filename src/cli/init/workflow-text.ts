/** What a workflow is about. */
export interface WorkflowSubject {
  /** Of the package that it runs. */
  readonly version: string
  /** Whether the platform is one of the repository's own, whose contract imports this package. */
  readonly isOwn: boolean
}

/** The text of a GitHub workflow that verifies all targets of a config. @see https://docs.github.com/actions/reference/workflow-syntax-for-github-actions */
export function workflowText({ version, isOwn }: WorkflowSubject): string {
  const install = `      - name: Install what the contract imports
        run: npm ci
`
  return `# Holds the servers in flowproof.config.yaml to their contracts.
name: Flowproof
on:
  workflow_dispatch:
  push:
    branches: [main]
  # schedule:
  #   - cron: '0 5 * * 1'
permissions:
  contents: read
jobs:
  verify:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
${isOwn ? install : ''}      - name: Verify
        env:
          FLOWPROOF_URL: \${{ vars.FLOWPROOF_URL }}
          FLOWPROOF_KEY: \${{ secrets.FLOWPROOF_KEY }}
        run: |
          npx --yes flowproof@${version} verify --reporter github \\
            --report 'junit=flowproof-reports/{target}.xml' \\
            --report 'html=flowproof-reports/{target}.html' \\
            --report 'markdown=flowproof-reports/{target}.md'
      - name: Show the reports
        if: \${{ !cancelled() }}
        run: |
          for page in flowproof-reports/*.md; do
            if [ -f "$page" ]; then cat "$page" >> "$GITHUB_STEP_SUMMARY"; fi
          done
      - name: Keep the reports
        if: \${{ !cancelled() }}
        uses: actions/upload-artifact@v4
        with:
          name: flowproof-reports
          path: flowproof-reports
`
}
