# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

import pytest
import qcdc
import sample


@pytest.fixture(scope="session")
def bundle():
    """A province of three communes, months and quarters, a rate, a plan."""
    return qcdc.read_bundle(sample.DATA / "tinh-a-2026")


@pytest.fixture(scope="session")
def dataset():
    return sample.new_dataset()


@pytest.fixture(scope="session")
def cube(dataset):
    return dataset.rollup()
