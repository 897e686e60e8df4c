package io.consumo.archiver.files;

/** What the archive's folder says about itself to whoever finds it. */
final class ArchiveReadme {

    static final String NAME = "README.md";

    static final String TEXT = """
            # Consumo's archive

            `readings/day=YYYY-MM-DD/` holds one Parquet file with all readings of that local day, sorted by client, and
            `_manifest.json`, which names the file and says what it holds (rows, clients, energy, SHA-256). A folder
            without a manifest is not archived. Change nothing here: the archiver verifies it.

            | column | type | what |
            |---|---|---|
            | `client_id` | string | supply point |
            | `start` | timestamp, UTC | first instant of the interval |
            | `minutes` | int32 | its length: 15, 30 or 60 |
            | `slot` | int32 | its number in the local day, from 0 |
            | `energy` | int32 | 0.1 Wh: divide by 10,000 for kWh |
            | `quality` | string | `MEASURED` or `ESTIMATED` |
            | `revision` | int64 | which of two values of a slot is newer |
            | `day` | date | local day, from the folder's name |

            DuckDB:

            ```sql
            select client_id, day, sum(energy) / 10000 as kwh
            from read_parquet('readings/day=*/*.parquet', hive_partitioning = true)
            group by all order by all;
            ```

            pandas (with pyarrow):

            ```python
            import pandas as pd
            readings = pd.read_parquet("readings")
            print(readings.groupby(["client_id", "day"], observed=True).energy.sum() / 10_000)
            ```

            Spark: `spark.read.parquet("readings")`. A client that reported a day in two lengths (`minutes`) has rows of
            both: count only one of them for an hour.
            """;

    private ArchiveReadme() {}
}
