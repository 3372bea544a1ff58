"""Reads JSON lines, pipes them through `cyberbrief stream` on every machine, and writes Parquet.

    spark-submit articles_to_parquet.py [--command COMMAND] [--parts N] INPUT OUTPUT

INPUT are JSON lines as `cyberbrief run` reads them ({"id", "text", "published"?, ...}): a file, a folder
or a glob, on any file system that Spark reads. OUTPUT is a folder that Spark makes:

    OUTPUT/articles           id, title, published, language, url, source, and the article file as JSON
    OUTPUT/entities           one row a label, with the columns that its layer has in the article file,
    OUTPUT/figures            and article_id before them
    OUTPUT/dates
    OUTPUT/recommendations
    OUTPUT/errors             id, stage, code, message of what could not be processed

The exit status is 0 also where articles failed; they stand in errors.
"""

import argparse

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

PLACE = {"start": "bigint", "end": "bigint", "text": "string"}
KNOWN = {"sentence": "bigint", "by": "string", "confidence": "string"}
LAYERS = {
    "entities": dict.fromkeys(["type", "name", "canonical", "id"], "string"),
    "figures": {
        "kind": "string",
        "min": "double",
        "max": "double",
        **dict.fromkeys(["comparator", "unit", "per", "of", "when", "source"], "string"),
    },
    "dates": {"type": "string", "value": "string", "relative": "boolean"},
    "recommendations": {
        "strength": "string",
        "actors": "array<string>",
        "action": "string",
        "source": "string",
        "list": "bigint",
        "ordinal": "bigint",
    },
}
HEAD = dict.fromkeys(["article_id", "title", "published", "language", "url", "source"], "string")
ERROR = {"id": "string", "error": "struct<stage: string, code: string, message: string>"}


def struct(fields: dict[str, str]) -> str:
    """Fields and their types as Spark writes the type of a record."""
    return f"struct<{', '.join(f'`{name}`: {kind}' for name, kind in fields.items())}>"


def write(table: DataFrame, folder: str) -> None:
    table.write.mode("overwrite").parquet(folder)


def main(source: str, target: str, command: str, parts: int | None) -> None:
    spark = SparkSession.builder.appName("cyberbrief").getOrCreate()
    try:
        lines = spark.sparkContext.textFile(source)
        if parts is not None:
            lines = lines.repartition(parts)
        # An exit status other than 0 fails the part, which Spark then tries again.
        answers = lines.pipe(command, checkCode=True).map(lambda line: (line,))
        # The articles are processed once: what the command answered is kept while the tables are made.
        answered = spark.createDataFrame(answers, "line string").persist()
        answer = F.from_json("line", struct(ERROR)).alias("answer")
        failed = answered.select(answer).where("answer.error IS NOT NULL")
        write(failed.select("answer.id", "answer.error.*"), f"{target}/errors")
        found = answered.where(F.get_json_object("line", "$.article_id").isNotNull())
        head = F.from_json("line", struct(HEAD)).alias("head")
        heads = found.select(head, F.col("line").alias("article"))
        write(heads.select("head.*", "article"), f"{target}/articles")
        for layer, fields in LAYERS.items():
            labels = {layer: f"array<{struct(PLACE | fields | KNOWN)}>"}
            file = F.from_json("line", struct({"article_id": "string"} | labels))
            rows = found.select(file.alias("file")).select(
                "file.article_id", F.explode(f"file.{layer}").alias("label")
            )
            write(rows.select("article_id", "label.*"), f"{target}/{layer}")
    finally:
        spark.stop()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Articles to Parquet with cyberbrief.")
    arguments.add_argument("input")
    arguments.add_argument("output")
    arguments.add_argument(
        "--command",
        default="cyberbrief stream",
        help="what to pipe the lines through; it must be there on every machine",
    )
    arguments.add_argument(
        "--parts", type=int, help="parts to cut the input into; each is one process"
    )
    options = arguments.parse_args()
    main(options.input, options.output, options.command, options.parts)
