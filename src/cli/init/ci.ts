/** The workflow of a new repository on GitHub. What a plan says never reaches the shell: only revisions do. */
export const githubWorkflow = (
  version: string,
): string => `# Проверка планов при каждом предложении правок (pull request) и после слияния.
# В предложении правок считается только то, что добавила ветка; прежние замечания не мешают.
name: Дорожные карты
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # вся история: без неё не с чем сравнивать
      # Если в вашей организации своя копия roadmap, замените адрес.
      - uses: roadmap-ru/roadmap@v${version}
        with:
          since: \${{ github.event.pull_request.base.sha }}
`;

/** The same for GitLab, whose runners are often without the outer network: the package may lie anywhere npm can reach. */
export const gitlabPipeline = (
  version: string,
): string => `# Проверка планов в каждом запросе на слияние (merge request) и в основной ветке.
# В запросе считается только то, что добавила ветка; отчёты GitLab показывает прямо в нём.
variables:
  # Адрес пакета; внутри сети – свой: архив .tgz или своё хранилище git.
  ROADMAP_PACKAGE: https://github.com/roadmap-ru/roadmap/releases/download/v${version}/roadmap-${version}.tgz
  GIT_DEPTH: "0" # вся история: без неё не с чем сравнивать

roadmap:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  before_script:
    - npm install --global --no-audit --no-fund "$ROADMAP_PACKAGE"
  script:
    - set -- check --format pretty --format gitlab=gl-code-quality-report.json --format junit=roadmap-junit.xml
    - if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then set -- "$@" --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"; fi
    - roadmap "$@"
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: roadmap-junit.xml
`;
