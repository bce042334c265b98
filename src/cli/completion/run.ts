import type { RunCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { notAmong } from '../parse.ts';

/** Each asks `roadmap __complete` with the words up to the cursor and falls back to file names when it offers nothing. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_roadmap() {
  local current=\${COMP_WORDS[COMP_CWORD]} value about
  COMPREPLY=()
  while IFS=$'\\t' read -r value about; do
    [[ $value == "$current"* ]] && COMPREPLY+=("$(printf '%q' "$value")")
  done < <(roadmap __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _roadmap roadmap
`,
  zsh: `_roadmap() {
  local -a found
  local value about
  while IFS=$'\\t' read -r value about; do
    found+=("\${value//:/\\\\:}:$about")
  done < <(roadmap __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe roadmap found; else _files; fi
}
compdef _roadmap roadmap
`,
  fish: `function __roadmap_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    roadmap __complete -- $words[2..] "$current" 2>/dev/null
end
complete -c roadmap -f -a '(__roadmap_complete)'
complete -c roadmap -n 'not count (__roadmap_complete) >/dev/null' -F
`,
  powershell: `Register-ArgumentCompleter -Native -CommandName roadmap -ScriptBlock {
  param($current, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.ToString() })
  $next = if ($current -eq '') { @('--next') } else { @() }
  $encoding = [Console]::OutputEncoding
  [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
  $found = roadmap __complete @next -- @words 2>$null
  [Console]::OutputEncoding = $encoding
  $found | Where-Object { $_ -like "$current*" } | ForEach-Object {
    $value, $about = $_ -split "\`t", 2
    if (-not $about) { $about = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
  }
}
`,
};

/** `roadmap completion SHELL`. */
export const run: RunCommand = async ({ positionals: [shell = ''] }, io) => {
  const script = SCRIPTS[shell];
  if (script === undefined) throw notAmong('roadmap completion', shell, Object.keys(SCRIPTS));
  await io.out(script);
  return EXIT.clean;
};
