import y2019 from './years/2019.json' with { type: 'json' }
import y2020 from './years/2020.json' with { type: 'json' }
import y2021 from './years/2021.json' with { type: 'json' }
import y2022 from './years/2022.json' with { type: 'json' }
import y2023 from './years/2023.json' with { type: 'json' }
import y2024 from './years/2024.json' with { type: 'json' }
import y2025 from './years/2025.json' with { type: 'json' }
import y2026 from './years/2026.json' with { type: 'json' }

/** One notice of the State Council in holiday-cn's format; see years/README.md. */
export type YearFile = {
  readonly year: number
  readonly papers: readonly string[]
  readonly days: readonly { readonly name: string; readonly date: string; readonly isOffDay: boolean }[]
}

export const YEAR_FILES: readonly YearFile[] = [y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026]
