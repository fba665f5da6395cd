"""`store_run.py ENDPOINT RUNNER PATTERN OUT`: a run from an object store into it; prints the rows that it then holds."""

from __future__ import annotations

import json
import os
import sys

from selfeval_extract import cluster


def main(endpoint: str, runner: str, pattern: str, out: str) -> None:
    os.environ.update(cluster.QUIET)
    if runner == "ray":
        cluster.use_ray()
    import daft
    from daft.io import IOConfig, S3Config

    store = IOConfig(s3=S3Config(endpoint_url=endpoint, anonymous=True, region_name="us-east-1", num_tries=2))
    cluster.write(pattern, out, io_config=store)
    print(json.dumps(daft.read_parquet(f"{out}/*.parquet", io_config=store).sort("name").to_pylist()))


if __name__ == "__main__":
    main(*sys.argv[1:])
